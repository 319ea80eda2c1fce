namespace Pipeline.Analyzers.Library;

/// <summary>Files, streams, readers and writers, processes, the console, databases.</summary>
internal static class InputOutput
{
    private const string Docs = "https://learn.microsoft.com/dotnet/api/system.io.";

    public static readonly LibraryEntry[] Entries =
    [
        new("System.IO.File", Docs + "file")
        {
            Reads =
                "Exists ReadAllBytes ReadAllBytesAsync ReadAllText ReadAllTextAsync ReadAllLines ReadAllLinesAsync " +
                "GetLastWriteTime GetLastWriteTimeUtc GetCreationTime GetCreationTimeUtc GetLastAccessTime GetAttributes " +
                "GetUnixFileMode",
            Fresh = "ReadAllBytes ReadAllBytesAsync ReadAllLines ReadAllLinesAsync",
            Writes = "*",
            Not = "Open OpenRead OpenText OpenHandle ReadLines ReadLinesAsync ResolveLinkTarget",
        },
        new("System.IO.Directory", Docs + "directory")
        {
            Reads =
                "Exists GetFiles GetDirectories GetFileSystemEntries GetCurrentDirectory GetLastWriteTime GetLastWriteTimeUtc " +
                "GetCreationTime GetParent GetDirectoryRoot",
            Fresh = "GetFiles GetDirectories GetFileSystemEntries",
            Writes = "*",
            Not = "EnumerateFiles EnumerateDirectories EnumerateFileSystemEntries",
        },
        new("System.IO.Path", Docs + "path") { Traits = LibraryTraits.Plain, Pure = "*", Reads = "Exists GetFullPath GetTempPath",
            Writes = "GetTempFileName", Not = "GetRandomFileName" },
        new("System.IO.FileInfo System.IO.DirectoryInfo System.IO.FileSystemInfo", Docs + "fileinfo")
        {
            Reads =
                "Exists Length Name FullName Extension LastWriteTime LastWriteTimeUtc CreationTime CreationTimeUtc DirectoryName " +
                "Attributes GetFiles GetDirectories ToString",
            Writes = "Delete MoveTo CopyTo Create CreateText CreateSubdirectory AppendText Replace Encrypt Decrypt CreateAsSymbolicLink",
            Fresh = "new GetFiles GetDirectories",
            Moves = "Refresh",
        },
        new("System.IO.MemoryStream", Docs + "memorystream")
        {
            Traits = LibraryTraits.OneAtATime | LibraryTraits.View,
            Moves =
                "Read ReadByte ReadAsync ReadExactly Seek Position set:Position Length ToArray Dispose DisposeAsync Close Flush " +
                "FlushAsync CopyTo CopyToAsync CanRead CanSeek CanWrite Capacity",
            Fresh = "ToArray new()",
            Changes = "*",
            Pure = "new",
        },
        new("System.IO.StringReader", Docs + "stringreader") { Traits = LibraryTraits.OneAtATime, Moves = "*", Fresh = "new" },
        new("System.IO.StringWriter", Docs + "stringwriter") { Traits = LibraryTraits.OneAtATime | LibraryTraits.View, Changes = "*",
            Pure = "ToString new", Fresh = "new() new(IFormatProvider)" },
        new("System.IO.StreamReader", Docs + "streamreader") { Traits = LibraryTraits.OneAtATime, Moves = "*", Fresh = "new new(String)",
            Reads = "new(String)" },
        new("System.IO.StreamWriter", Docs + "streamwriter") { Traits = LibraryTraits.OneAtATime | LibraryTraits.View, Changes = "*",
            Pure = "new", Writes = "new(String)" },
        new("System.IO.BinaryReader", Docs + "binaryreader") { Traits = LibraryTraits.OneAtATime, Moves = "*", Fresh = "new" },
        new("System.IO.BinaryWriter", Docs + "binarywriter") { Traits = LibraryTraits.OneAtATime | LibraryTraits.View, Changes = "*",
            Pure = "new" },
        new("System.IO.TextReader System.IO.Stream", Docs + "stream") { Traits = LibraryTraits.OneAtATime, Moves = "*", Pure = "Null" },
        new("System.IO.TextWriter", Docs + "textwriter") { Traits = LibraryTraits.OneAtATime, Changes = "*", Pure = "Null" },
        new("System.IO.Pipelines.PipeReader System.IO.Pipelines.PipeWriter System.Xml.XmlReader System.Xml.XmlWriter",
            Docs + "pipelines.pipereader") { Traits = LibraryTraits.OneAtATime, Changes = "*" },
        new("System.Diagnostics.Process", "https://learn.microsoft.com/dotnet/api/system.diagnostics.process") { Traits =
            LibraryTraits.OneAtATime, Writes = "*", Not = "new" },
        new("System.Console", "https://learn.microsoft.com/dotnet/api/system.console") { Not = "*" },
        new("System.Environment", "https://learn.microsoft.com/dotnet/api/system.environment")
        {
            Reads =
                "GetEnvironmentVariable GetEnvironmentVariables ProcessorCount NewLine MachineName UserName OSVersion TickCount " +
                "TickCount64 CurrentDirectory ProcessId ProcessPath Version GetFolderPath Is64BitProcess CurrentManagedThreadId " +
                "ExpandEnvironmentVariables WorkingSet",
            Writes = "Exit FailFast SetEnvironmentVariable set:CurrentDirectory set:ExitCode",
        },
        new(
            """
            System.Data.IDbConnection System.Data.IDbCommand System.Data.IDataReader System.Data.IDataRecord System.Data.IDbTransaction
            System.Data.Common.DbConnection System.Data.Common.DbCommand System.Data.Common.DbDataReader System.Data.Common.DbTransaction
            System.Data.Common.DbBatch System.Data.Common.DbDataAdapter System.Data.DataTable System.Data.DataSet System.Data.DataRow
            """,
            "https://learn.microsoft.com/dotnet/api/system.data.common.dbconnection") { Traits = LibraryTraits.OneAtATime, Changes = "*" },
    ];
}
