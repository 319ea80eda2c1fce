namespace Pipeline.Differential.Services;

/// <summary>State that reaches a call without being passed to it.</summary>
public static class Ambient
{
    [ThreadStatic]
    private static int _scopes;

    private static readonly AsyncLocal<int> Flowing = new();

    /// <summary>Flows with the execution context, as an activity or a tenant does.</summary>
    public static int Current
    {
        get => Flowing.Value;
        set => Flowing.Value = value;
    }

    /// <summary>How many scopes are open.</summary>
    public static int Scopes => _scopes;

    internal static void Open() => _scopes++;

    internal static void Close() => _scopes--;

    internal static void Clear() => _scopes = Flowing.Value = 0;

    internal static string Describe() => (_scopes, Flowing.Value) is (0, 0) ? "" : $" in {_scopes}, {Flowing.Value}";
}
