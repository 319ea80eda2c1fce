namespace Pipeline.Differential.Services;

/// <summary>As a transaction: calls see that it is open.</summary>
public sealed class Scope : IDisposable
{
    public Scope() => Ambient.Scopes++;

    public void Dispose() => Ambient.Scopes--;
}
