namespace Pipeline.Integration.Services;

/// <summary>APIs for whatever derives from it.</summary>
/// <typeparam name="TItem">What is stored.</typeparam>
public abstract class Store<TItem>
{
    /// <summary>Finds one.</summary>
    [Api]
    public abstract Task<TItem?> FindAsync(string key, CancellationToken cancellationToken = default);

    /// <summary>Says who answers.</summary>
    [Api]
    public virtual string Who() => "store";

    /// <summary>Describes a text.</summary>
    [Api]
    public string Describe(string text) => "text " + text;

    /// <summary>Counts, for heirs only and for the proxy.</summary>
    [Api]
    protected int Count() => 42;
}

/// <summary>A service whose APIs are its base class's.</summary>
[Service]
public partial class Users : Store<string>
{
    /// <inheritdoc/>
    public override Task<string?> FindAsync(string key, CancellationToken cancellationToken = default) => Task.FromResult<string?>(key + "!");

    /// <inheritdoc/>
    public override string Who() => "users";

    /// <summary>Not an API, and a better match to no one but the compiler.</summary>
    public string Describe(object value) => "object " + value;
}

/// <summary>A service that derives from a service.</summary>
[Service]
public partial class Admins : Users
{
    /// <inheritdoc/>
    public override string Who() => "admins";

    /// <summary>What only admins do.</summary>
    [Api]
    public int Level() => 7;
}
