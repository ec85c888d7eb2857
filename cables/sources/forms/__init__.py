"""The forms a source file may have, a module each: bytes or text in, `SourceCable` values out."""
