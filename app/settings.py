"""The settings: environment variables `TASHAN_…`, all in one class (docs/settings.md lists them)."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from pydantic import Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from graph.connection import ConnectionSettings
from graph.errors import SettingError


class Settings(BaseSettings):
    """Every setting with its default. Without `neo4j_uri` the embedded store in `data` is used."""

    model_config = SettingsConfigDict(env_prefix="TASHAN_", extra="ignore")

    data: Path = Field(Path("data"), description="Folder of the embedded store; 嵌入式存储所在文件夹")
    heap: str = Field("512m", pattern=r"^\d+[mg]$", description="Memory of the embedded store; 嵌入式存储的内存上限")
    neo4j_uri: str | None = Field(None, description="Bolt address of a Neo4j; none: the embedded store; Neo4j 地址")
    neo4j_user: str = Field("neo4j", description="User of the Neo4j; Neo4j 用户名")
    neo4j_password: SecretStr = Field(SecretStr(""), description="Password of the Neo4j; Neo4j 密码")
    neo4j_database: str = Field("neo4j", description="Database of the Neo4j; Neo4j 数据库名")
    host: str = Field("127.0.0.1", description="Address on which to serve; 服务监听地址")
    port: int = Field(8000, ge=0, le=65535, description="Port on which to serve, 0: a free one; 服务端口,0 为任选")
    root_path: str = Field("", description="Path under which a proxy serves it; 反向代理下的子路径")
    pool: int = Field(16, ge=1, le=200, description="Connections to the store and threads that answer; 连接池大小")
    time_limit: float = Field(20.0, gt=0, le=30, description="Seconds that a statement may take; 查询时限(秒)")
    largest_article: int = Field(5_000_000, ge=1_000, description="Largest article in characters; 单篇文章的字数上限")
    log_format: Literal["text", "json"] = Field("text", description="Form of the log on stderr; 日志格式")
    log_level: Literal["debug", "info", "warning", "error"] = Field("info", description="Least level logged; 日志级别")

    def connection(self) -> ConnectionSettings:
        """What the store's connection needs of them."""
        return ConnectionSettings(
            uri=self.neo4j_uri,
            user=self.neo4j_user,
            password=self.neo4j_password.get_secret_value(),
            database=self.neo4j_database,
            data=self.data,
            heap=self.heap,
            pool=self.pool,
            time_limit=self.time_limit,
        )


def load() -> Settings:
    """The settings from the environment.

    Raises:
        SettingError: a variable has a value that cannot be used; names it.
    """
    try:
        return Settings()
    except ValidationError as error:
        first = error.errors()[0]
        name = "TASHAN_" + "_".join(str(part) for part in first["loc"]).upper()
        raise SettingError(first["msg"], where=name) from error
