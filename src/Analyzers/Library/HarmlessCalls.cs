using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Pipeline.Contract;

namespace Pipeline.Analyzers.Library;

/// <summary>The short list of calls that only compute, and never throw.</summary>
internal static class HarmlessCalls
{
    public static bool Contains(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        if (GivesClient(method))
            return true;
        return method.ContainingType.SpecialType switch
        {
            SpecialType.System_String => IsOnString(call),
            _ when method is { Name: "ToString", Parameters.IsEmpty: true, IsStatic: false } =>
                Formatting.HasPlainText(call.Instance?.Type),
            SpecialType.System_Array => method.Name is "Empty",
            _ when method.Name is "FromResult" && method.ContainingType.IsTask() => true,
            _ => method.IsStatic && method.ContainingNamespace is { Name: "System", ContainingNamespace.IsGlobalNamespace: true }
                && IsInSystem(method),
        };
    }

    /// <summary>Hands out a client, or a reference to a grain, and asks nobody.</summary>
    public static bool GivesClient(IMethodSymbol method) => method.Name switch
    {
        "CreateClient" => method.ContainingType.HasFullName("System.Net.Http.IHttpClientFactory")
            || method.ContainingType.HasFullName("System.Net.Http.HttpClientFactoryExtensions"),
        "GetGrain" => method.ContainingType.HasFullName("Orleans.IGrainFactory"),
        _ => false,
    };

    private static bool IsOnString(IInvocationOperation call) => call.TargetMethod switch
    {
        { Name: "IsNullOrEmpty" or "IsNullOrWhiteSpace" } => true,
        {
            Name: "Trim" or "TrimStart" or "TrimEnd" or "ToLower" or "ToUpper" or "ToLowerInvariant" or "ToUpperInvariant" or "ToString",
            Parameters.IsEmpty: true
        } => true,
        { Name: "Concat" } method => method.Parameters.All(static parameter => parameter.Type.SpecialType is SpecialType.System_String),
        _ => false,
    };

    private static bool IsInSystem(IMethodSymbol method) => method.ContainingType.Name switch
    {
        "Math" or "MathF" => method.Name is "Max" or "Min" or "Sqrt" or "Exp" or "Log" or "Log2" or "Log10" or "Pow" or "Floor"
            or "Ceiling" or "Tanh"
            or "Sin" or "Cos" or "Tan"
            && method.ReturnType.SpecialType is not SpecialType.System_Decimal,
        "MemoryExtensions" => method.Name is "AsSpan" or "AsMemory"
            && method.Parameters is [{ Type: not IArrayTypeSymbol { ElementType.IsReferenceType: true } }],
        _ => false,
    };
}
