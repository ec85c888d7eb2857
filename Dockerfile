# docker build -t reading-room . && docker run -p 8000:8000 -v cables:/data reading-room

FROM python:3.11-slim-bookworm AS base
WORKDIR /app

FROM base AS build
COPY requirements.txt .
# The virtual environment needs no pip: that of the base image installs into it.
RUN python -m venv --without-pip /opt/venv \
    && python -m pip --python /opt/venv/bin/python install --no-cache-dir --no-compile \
        --disable-pip-version-check --require-hashes -r requirements.txt
COPY . .
# This key is for one command and is in no layer; a running site makes its own in /data.
RUN SECRET_KEY=for-collecting-static-files-only STATIC_ROOT=/app/static-files \
        /opt/venv/bin/python manage.py collectstatic --no-input \
    && /opt/venv/bin/python -m compileall -q -j 0 --invalidation-mode unchecked-hash \
        /opt/venv/lib /app

FROM base
LABEL org.opencontainers.image.title="Cable Reading Room" \
      org.opencontainers.image.description="A read-only web reading room for United States diplomatic cables" \
      org.opencontainers.image.licenses="BSD-3-Clause"
ENV PATH="/opt/venv/bin:$PATH" \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    BIND=0.0.0.0:8000 \
    DATA_DIR=/data \
    STATIC_ROOT=/app/static-files
# A new volume takes its owner from this folder, the only one that the site can write.
RUN install -d -m 0700 -o 10001 -g 10001 /data
COPY --from=build /opt/venv /opt/venv
COPY --from=build /app /app
USER 10001:10001
VOLUME /data
EXPOSE 8000
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s --retries=3 \
    CMD ["python", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8000/healthz', timeout=4)"]
CMD ["python", "-m", "cablesite.serve"]
