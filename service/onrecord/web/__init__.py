"""The service over HTTP; `openapi.yaml` is its contract."""
