namespace Pipeline.Generators.Tests.Fuzz;

/// <summary>A parameter of a random method.</summary>
internal sealed record DeclaredParameter(string Name, string Type, string? Default = null, string Modifier = "", string Attribute = "")
{
    public bool IsToken => Type == "CancellationToken";

    /// <summary>A value of exactly that type.</summary>
    public string Argument => Type.StartsWith("dynamic", StringComparison.Ordinal) ? "default(object)" : $"default({Type})!";

    public override string ToString() =>
        string.Join(' ', new[] { Attribute, Modifier, Type, '@' + Name.TrimStart('@'), Default is null ? "" : "= " + Default }.Where(part => part.Length > 0));
}
