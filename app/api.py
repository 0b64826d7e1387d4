"""The FastAPI application."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.metadata import version
from pathlib import Path

import anyio.to_thread
from fastapi import FastAPI
from fastapi.staticfiles import StaticFiles

from app import pages, problems, settings
from app.routers import articles, entities, facts, health, questions, search
from graph.catalogue import Catalogue, catalogue
from graph.connection import Connection, connect

STATIC = Path(__file__).parent / "static"


def create_app(
    config: settings.Settings | None = None,
    *,
    connection: Connection | None = None,
    questions_of: Catalogue | None = None,
) -> FastAPI:
    """The application.

    Args:
        config: settings; from the environment by default.
        connection: an open store, which the caller closes; by default one is opened at start and closed at the end.
        questions_of: catalogue of questions; the project's own by default.
    """
    config = config or settings.load()
    asked = questions_of or catalogue()

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        # a thread a connection: more would only wait for one another at the pool
        anyio.to_thread.current_default_thread_limiter().total_tokens = config.pool
        app.state.connection = connection or connect(config.connection())
        try:
            yield
        finally:
            if connection is None:
                app.state.connection.close()

    app = FastAPI(
        title="Tashan 他山",
        summary="Which cities learn from each other, and which sentence says so. 城市互学知识图谱。",
        version=version("tashan"),
        license_info={"name": "Apache-2.0", "identifier": "Apache-2.0"},
        lifespan=lifespan,
        root_path=config.root_path,
    )
    app.state.catalogue = asked
    problems.install(app)
    for router in (
        questions.router(asked),
        entities.router,
        articles.router,
        facts.router,
        search.router,
        health.router,
        pages.router,
    ):
        app.include_router(router)
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    return app
