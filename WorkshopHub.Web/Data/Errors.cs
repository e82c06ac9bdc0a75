namespace WorkshopHub.Web.Data;

/// <summary>The way to the writer is full, or it is stopping: try again soon (503).</summary>
public sealed class BusyException(string message) : Exception(message);

/// <summary>
/// The file could not take it (full disk, I/O error, held by another program). Nothing of the command was kept as far
/// as is known; the same command with the same id may be sent again (503).
/// </summary>
public sealed class StorageException(string message, Exception? cause = null) : Exception(message, cause);

/// <summary>The program can't start on this file. The message is for the person at the terminal.</summary>
public sealed class DataFileException(string message, Exception? cause = null) : Exception(message, cause);
