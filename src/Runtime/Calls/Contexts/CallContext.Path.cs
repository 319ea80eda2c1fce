namespace Pipeline;

public sealed partial class CallContext
{
    /// <summary>How many calls may be nested: far more than services do, far less than a stack holds.</summary>
    internal const int MaxDepth = 1000;

    private string WritePath()
    {
        if (_parent is null or { Service: "" })
            return Service;

        var services = new List<string>();
        for (var call = this; call is { Service: not "" }; call = call._parent)
        {
            if (call._path is { } known)
            {
                services.Add(known);
                break;
            }

            services.Add(call.Service);
        }

        services.Reverse();
        return string.Join(" → ", services);
    }

    // Callers that have ended do not count. They are taken off here, once in a thousand calls, and not at every call.
    private void RecountDepth()
    {
        var depth = 0;
        var calls = new List<string>();
        for (var call = this; call is { Service: not "" } && (call == this || call._parent is not null); call = call._parent)
        {
            depth++;
            calls.Add($"{call.Service}.{call.Api}");
        }

        if (depth > MaxDepth)
            throw new CallDepthException(calls);

        _depth = depth;
    }
}
