# syntax=docker/dockerfile:1
# The digest is that of Docker's own record of this tag, on 1 September 2026 (docs/security.md). A
# newer image: docker build --build-arg PYTHON_IMAGE=python:3.11-slim-bookworm@sha256:… .
ARG PYTHON_IMAGE=python:3.11.16-slim-bookworm@sha256:c425d915a89a6dcd3183b1797ad9bd8878caff5a417f6371c8df93c8ea8b727f
FROM ${PYTHON_IMAGE} AS build

WORKDIR /build
COPY service.lock build.lock ./
RUN python -m venv /opt/onrecord \
    && /opt/onrecord/bin/python -m pip install --no-cache-dir --require-hashes -r service.lock
RUN python -m venv /opt/build \
    && /opt/build/bin/python -m pip install --no-cache-dir --require-hashes -r build.lock
COPY pyproject.toml README.md LICENSE openapi.yaml ./
COPY service ./service
RUN /opt/build/bin/python -m pip wheel --no-cache-dir --no-deps --no-build-isolation --wheel-dir /wheels . \
    && /opt/onrecord/bin/python -m pip install --no-cache-dir --no-deps --no-index /wheels/*.whl

FROM ${PYTHON_IMAGE}

LABEL org.opencontainers.image.title="onrecord" \
      org.opencontainers.image.description="Who said what, in any news text" \
      org.opencontainers.image.licenses="MIT"

RUN useradd --system --uid 10001 --no-create-home --shell /usr/sbin/nologin onrecord
COPY --from=build /opt/onrecord /opt/onrecord

ENV PATH=/opt/onrecord/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    OMP_NUM_THREADS=1 \
    ONRECORD_BIND=0.0.0.0:8000

USER 10001
EXPOSE 8000
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s --retries=3 \
    CMD ["python", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8000/readyz', timeout=2)"]
CMD ["onrecord", "serve"]
