using System.Globalization;
using Microsoft.CodeAnalysis;
using Pipeline.Contract;

namespace Pipeline.Generators.Parsing;

/// <summary>Repeats the attributes that tell callers something, so that they are told where they call a proxy.</summary>
internal static class CallerAttributes
{
    private static readonly string[] OnMethod =
    [
        "System.ObsoleteAttribute",
        "System.CLSCompliantAttribute",
        "System.ComponentModel.EditorBrowsableAttribute",
        "System.Diagnostics.CodeAnalysis.ExperimentalAttribute",
        "System.Diagnostics.CodeAnalysis.RequiresAssemblyFilesAttribute",
        "System.Diagnostics.CodeAnalysis.RequiresDynamicCodeAttribute",
        "System.Diagnostics.CodeAnalysis.RequiresUnreferencedCodeAttribute",
        "System.Runtime.Versioning.ObsoletedOSPlatformAttribute",
        "System.Runtime.Versioning.RequiresPreviewFeaturesAttribute",
        "System.Runtime.Versioning.SupportedOSPlatformAttribute",
        "System.Runtime.Versioning.UnsupportedOSPlatformAttribute",
    ];

    private static readonly string[] OnResult =
    [
        "System.Diagnostics.CodeAnalysis.MaybeNullAttribute",
        "System.Diagnostics.CodeAnalysis.NotNullAttribute",
        "System.Diagnostics.CodeAnalysis.NotNullIfNotNullAttribute",
    ];

    private static readonly string[] OnParameter =
    [
        "System.Diagnostics.CodeAnalysis.AllowNullAttribute",
        "System.Diagnostics.CodeAnalysis.ConstantExpectedAttribute",
        "System.Diagnostics.CodeAnalysis.DisallowNullAttribute",
        "System.Diagnostics.CodeAnalysis.StringSyntaxAttribute",
        "System.Runtime.CompilerServices.CallerArgumentExpressionAttribute",
        "System.Runtime.CompilerServices.CallerFilePathAttribute",
        "System.Runtime.CompilerServices.CallerLineNumberAttribute",
        "System.Runtime.CompilerServices.CallerMemberNameAttribute",
    ];

    public static IEnumerable<string> Of(IMethodSymbol method) => Repeat(method.GetAttributes(), OnMethod, "");

    /// <summary>Those about the bare result, for the sync view.</summary>
    public static IEnumerable<string> OfResult(IMethodSymbol method) => Repeat(method.GetReturnTypeAttributes(), OnResult, "return: ");

    /// <summary>Those about the argument, and those that make it optional where <c>=</c> cannot.</summary>
    public static IEnumerable<string> Of(IParameterSymbol parameter)
    {
        var attributes = Repeat(parameter.GetAttributes(), OnParameter, "");
        if (!parameter.IsOptional || (parameter.HasExplicitDefaultValue && !DefaultValue.IsOnlyAttribute(parameter)))
            return attributes;

        attributes = attributes.Append("[global::System.Runtime.InteropServices.Optional]");
        return parameter switch
        {
            { HasExplicitDefaultValue: false } => attributes,
            { ExplicitDefaultValue: DateTime date } => attributes.Append(
                $"[global::System.Runtime.CompilerServices.DateTimeConstant({date.Ticks.ToString(CultureInfo.InvariantCulture)}L)]"),
            { ExplicitDefaultValue: var value } => attributes.Append(
                $"[global::System.Runtime.InteropServices.DefaultParameterValue({ConstantExpression.Of(value, parameter.Type)})]"),
        };
    }

    private static IEnumerable<string> Repeat(IEnumerable<AttributeData> attributes, string[] names, string target) =>
        from attribute in attributes
        where attribute.AttributeClass is { } type && Array.Exists(names, type.HasFullName)
        select $"[{target}{TypeName.OfAttribute(attribute.AttributeClass!)}{Arguments(attribute)}]";

    private static string Arguments(AttributeData attribute)
    {
        var arguments = attribute.ConstructorArguments.Select(ConstantExpression.Of).Concat(attribute.NamedArguments.Select(Named))
            .ToArray();
        return arguments.Length == 0 ? "" : $"({string.Join(", ", arguments)})";
    }

    private static string Named(KeyValuePair<string, TypedConstant> argument) =>
        $"{argument.Key} = {ConstantExpression.Of(argument.Value)}";
}
