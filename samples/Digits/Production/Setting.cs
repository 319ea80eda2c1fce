namespace Digits.Production;

/// <summary>One value of the configuration.</summary>
/// <param name="Key">The key, with colons between its parts.</param>
/// <param name="Value">The value.</param>
public sealed record Setting(string Key, string Value)
{
    /// <summary>The key and the value.</summary>
    public override string ToString() => $"{Key} = {Value}";
}
