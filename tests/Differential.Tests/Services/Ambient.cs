namespace Pipeline.Differential.Services;

/// <summary>State that reaches a call without being passed to it: it flows with the execution context, as an activity or a tenant does.</summary>
public static class Ambient
{
    private static readonly AsyncLocal<int> Flowing = new();
    private static readonly AsyncLocal<int> Open = new();

    public static int Current
    {
        get => Flowing.Value;
        set => Flowing.Value = value;
    }

    /// <summary>How many scopes are open.</summary>
    public static int Scopes
    {
        get => Open.Value;
        internal set => Open.Value = value;
    }

    internal static void Clear() => Scopes = Current = 0;

    internal static string Describe() => (Scopes, Current) is (0, 0) ? "" : $" in {Scopes}, {Current}";
}
