"""The staff's screens, inside Django's admin.

Nothing is imported here, so that `site` can be imported before there are screens to register;
`screens` registers them.
"""
