namespace Pipeline.Remote.Web;

/// <summary>Types that are no JSON on the wire.</summary>
internal static class WebTypes
{
    /// <summary>Whether values of the type travel as files: as parts of a form, or as a body of bytes.</summary>
    public static bool IsFile(Type type) => type == typeof(byte[]) || type == typeof(Stream) || type == typeof(ReadOnlyMemory<byte>);
}
