namespace Pipeline.Remote.Exchanges;

/// <summary>A parameter in a contract.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type, for people: whether values fit, the codec says.</param>
/// <param name="IsOptional">Whether it may be left out.</param>
internal sealed record ContractParameter(string Name, string Type, bool IsOptional)
{
    private const char Optional = '?';
    private const char Separator = ':';

    /// <summary>The parameter as it is sent.</summary>
    public string Text => $"{Name}{(IsOptional ? $"{Optional}" : "")}{Separator}{Type}";

    public static ContractParameter Of(ParameterDefinition parameter) => new(parameter.Name, parameter.TypeText, parameter.IsOptional);

    /// <summary>Reads what <see cref="Text"/> gives; of anything else, some parameter that fits nothing.</summary>
    public static ContractParameter Parse(string text)
    {
        int end = text.IndexOf(Separator, StringComparison.Ordinal);
        string name = end < 0 ? text : text[..end];
        return new(name.TrimEnd(Optional), end < 0 ? "" : text[(end + 1)..], name.EndsWith(Optional));
    }

    /// <summary>The parameter as C# has it.</summary>
    public override string ToString() => $"{Type} {Name}{(IsOptional ? " = …" : "")}";
}
