namespace Pipeline.AspNetCore.Binding;

/// <summary>What a request holds open while its call runs.</summary>
internal sealed class CallRequest : IDisposable
{
    private List<Stream>? _opened;

    /// <summary>The items of the body, where the body is a stream of them.</summary>
    public RequestItems? Items { get; set; }

    /// <summary>Closes a file when the call has ended.</summary>
    public void Opened(Stream file) => (_opened ??= []).Add(file);

    public void Dispose()
    {
        foreach (var file in _opened ?? [])
            file.Dispose();
    }
}
