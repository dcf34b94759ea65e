// The API's console: Swagger UI over this instance's own document. Nothing is sent elsewhere.
const place = document.getElementById("console");
window.SwaggerUIBundle({
  domNode: place,
  url: place.dataset.schema,
  validatorUrl: null,
  supportedSubmitMethods: ["get"],
  docExpansion: "list",
  defaultModelsExpandDepth: -1,
});
