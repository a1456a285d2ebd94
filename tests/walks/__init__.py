"""Every life as a walk over HTTP, each act by one who may."""
