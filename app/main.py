"""The command line: `tashan extract | load | withdraw | export | question | search | serve | run`.

Results go to stdout, progress and logs to stderr; the exit status is 0 only when all went well.
"""

from __future__ import annotations

import sys
from importlib import import_module
from importlib.metadata import version
from typing import Any

import click

from app import logs
from graph.errors import TashanError

COMMANDS = {
    "extract": "app.commands.reading",
    "load": "app.commands.storing",
    "withdraw": "app.commands.storing",
    "export": "app.commands.storing",
    "question": "app.commands.asking",
    "search": "app.commands.asking",
    "serve": "app.commands.serving",
    "run": "app.commands.running",
}
"""The module of each command, imported when it is called: asking needs no reader, and the reader takes a second."""


class Commands(click.Group):
    """A group that loads its commands when they are called and shows our errors as one line, with exit status 1."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of the commands, in the order of the work."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """A command, its module imported now."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = getattr(import_module(COMMANDS[cmd_name]), cmd_name)
        return command

    def main(self, *args: Any, **options: Any) -> Any:
        """Runs as a program; a wrong option or argument becomes one line and exit status 1, as our errors do."""
        try:
            status = super().main(*args, **options | {"standalone_mode": False})
        except click.exceptions.NoArgsIsHelpError as error:
            click.echo(error.format_message(), err=True)
            sys.exit(1)
        except click.ClickException as error:
            context = getattr(error, "ctx", None)
            where = context.command_path if context else "tashan"
            click.echo(f"tashan: {error.format_message()} ({where} --help says more)", err=True)
            sys.exit(1)
        except click.Abort:
            click.echo("tashan: stopped", err=True)
            sys.exit(1)
        sys.exit(status if isinstance(status, int) else 0)

    def invoke(self, ctx: click.Context) -> object:
        """Runs the command; an error of ours becomes one line and exit status 1."""
        try:
            return super().invoke(ctx)
        except TashanError as error:
            click.echo(f"tashan: {error}{_nearest(error)}", err=True)
            ctx.exit(1)
        except BrokenPipeError:
            # the reader of our output went away, as `head` does
            sys.stderr.close()
            ctx.exit(0)


def _nearest(error: TashanError) -> str:
    nearest = getattr(error, "nearest", ())
    return f" (nearest: {', '.join(nearest)})" if nearest else ""


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(version("tashan"), prog_name="tashan")
def main() -> None:
    """Tashan (他山): Chinese news about cities that learn from each other, as a graph that answers.

    读城市互学的新闻,成一张可以提问的图谱。
    """
    logs.configure()
