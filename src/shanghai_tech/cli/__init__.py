"""The console command `shanghai-tech`, one file for each family of its commands."""

from shanghai_tech.cli.main import main

__all__ = ["main"]
