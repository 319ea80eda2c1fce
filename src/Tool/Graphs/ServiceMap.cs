namespace Pipeline.Tool.Graphs;

/// <summary>The services of a solution, and which depends on which.</summary>
/// <param name="Services">Every service once, in the order of their names.</param>
internal sealed record ServiceMap(IReadOnlyList<MappedService> Services)
{
    /// <summary>The dependencies as pairs of services that are in the map.</summary>
    public IEnumerable<(MappedService From, MappedService To, bool IsRemote)> Edges()
    {
        var byType = Services.ToDictionary(static service => service.Type, StringComparer.Ordinal);
        return
            from service in Services
            from need in service.Needs
            where byType.ContainsKey(need.Type)
            select (service, byType[need.Type], need.IsRemote);
    }
}

/// <summary>A service as it is declared.</summary>
internal sealed record MappedService
{
    /// <summary>The full name of its class, which no other has.</summary>
    public required string Type { get; init; }

    /// <summary>The name in logs, traces and configuration.</summary>
    public required string Name { get; init; }

    /// <summary>The project that declares it.</summary>
    public required string Project { get; init; }

    /// <summary>Its file, below the folder that was read; empty where it is in an assembly.</summary>
    public required string File { get; init; }

    /// <summary>The line of its name, from 1.</summary>
    public required int Line { get; init; }

    /// <summary>The names of its APIs.</summary>
    public required IReadOnlyList<string> Apis { get; init; }

    /// <summary>What it depends on, in the order of declaration.</summary>
    public required IReadOnlyList<MappedNeed> Needs { get; init; }
}

/// <summary>A dependency of a service.</summary>
/// <param name="Type">The full name of the class of the other one.</param>
/// <param name="IsRemote">Whether it is declared to run at a URL.</param>
internal sealed record MappedNeed(string Type, bool IsRemote);
