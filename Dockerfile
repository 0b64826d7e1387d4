# The API. Built with the lock file; runs as a user without rights, on a read-only file system.
FROM python:3.11-slim-bookworm AS build
WORKDIR /src
RUN python -m venv /opt/tashan
COPY requirements.lock ./
RUN /opt/tashan/bin/pip install --no-cache-dir --require-hashes -r requirements.lock
COPY . .
RUN /opt/tashan/bin/pip install --no-cache-dir --no-deps --no-build-isolation .

FROM python:3.11-slim-bookworm
RUN useradd --system --uid 10001 tashan && mkdir /data && chown tashan /data
COPY --from=build /opt/tashan /opt/tashan
ENV PATH=/opt/tashan/bin:$PATH PYTHONDONTWRITEBYTECODE=1 TASHAN_HOST=0.0.0.0 TASHAN_DATA=/data TASHAN_LOG_FORMAT=json
USER tashan
WORKDIR /tmp
EXPOSE 8000
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s \
  CMD ["python", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8000/readyz', timeout=2)"]
ENTRYPOINT ["tashan"]
CMD ["serve"]
