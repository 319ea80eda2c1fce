namespace Pipeline.Differential.Services;

/// <summary>What the world has to know of an API to stand in for it; the effect is the true one, whatever is declared.</summary>
internal sealed record Api(string Service, string Name, Effect Effect, Limits? Limits = null, bool MayBeNull = false)
{
    /// <summary>Whether every call of it ends when its token is canceled, as an <see cref="HttpClient"/> sees to.</summary>
    public bool ObservesTokens { get; init; }

    /// <summary>What a command does to the objects it is given.</summary>
    public Action<object?[]>? Change { get; init; }
}
