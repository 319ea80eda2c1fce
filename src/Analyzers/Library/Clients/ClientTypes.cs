using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Pipeline.Analyzers.Library.Recorded;
using Pipeline.Analyzers.Names;
using Pipeline.Analyzers.Symbols;
using Pipeline.Contract;

namespace Pipeline.Analyzers.Library.Clients;

/// <summary>
/// Tells the clients that are safe for several calls at once from all other types. One per compilation, safe for concurrent use.
/// </summary>
/// <param name="options">What <c>.editorconfig</c> says.</param>
/// <param name="recorded">What the effect file says of methods of other projects; null if there is none.</param>
internal sealed class ClientTypes(EffectOptions options, RecordedEffects? recorded = null)
{
    private readonly LibraryModel _library = new();
    private readonly ConcurrentDictionary<INamedTypeSymbol, ClientKind> _kinds = new(SymbolEqualityComparer.Default);

    /// <summary>The clients as the project's options and its effect file tell them.</summary>
    public static ClientTypes Of(AnalyzerOptions options) => new(new(options.AnalyzerConfigOptionsProvider), RecordedEffects.Of(options));

    /// <summary>The kind of client whose asynchronous call this is.</summary>
    public ClientKind KindOf(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        if (!AwaitForms.IsTaskOrUnaryCall(method.ReturnType))
            return ClientKind.None;
        if (method.IsStatic)
        {
            return IsHttpJson(method) ? ClientKind.Http
                : LibraryReads.Contains(call, _library) ? ClientKind.Library
                : OwnOrNone(method, call);
        }

        return method.ContainingType switch
        {
            { TypeKind: TypeKind.Delegate } or { SpecialType: not SpecialType.None } => ClientKind.None,
            var type when Match(_kinds.GetOrAdd(type, Judge), method, call) is var kind and not ClientKind.None => kind,
            var type => UnsafeTypes.Contains(type) ? ClientKind.None
                : LibraryReads.Contains(call, _library) ? ClientKind.Library
                : OwnOrNone(method, call),
        };
    }

    /// <summary>A method of the project's own, which may come down to calls of clients.</summary>
    private ClientKind OwnOrNone(IMethodSymbol method, IInvocationOperation call) =>
        method is { MethodKind: MethodKind.Ordinary or MethodKind.ReducedExtension }
        && (SymbolEqualityComparer.Default.Equals(method.ContainingAssembly, call.SemanticModel?.Compilation.Assembly)
            || recorded?.Find(method) is not null)
        && ServiceApi.ServiceOf(method) is null
            ? ClientKind.Own
            : ClientKind.None;

    /// <summary>What a client's kind asks of the method, and what the project says where no kind is known.</summary>
    private ClientKind Match(ClientKind kind, IMethodSymbol method, IInvocationOperation call) => kind switch
    {
        ClientKind.Grpc => AwaitForms.IsUnaryCall(method.ReturnType) ? kind : ClientKind.None,
        ClientKind.Refit => RefitMethods.IsRequest(method) ? kind : ClientKind.None,
        ClientKind.None when IsNamed(call.Instance?.Type ?? method.ContainingType, call.Syntax.SyntaxTree) => ClientKind.Declared,
        _ => kind,
    };

    /// <summary>Whether one object of the type takes several calls at once, whatever they do.</summary>
    public static bool IsClient(INamedTypeSymbol type) => Judge(type) is not ClientKind.None;

    private static ClientKind Judge(INamedTypeSymbol type)
    {
        if (UnsafeTypes.Contains(type))
            return ClientKind.None;
        if (IsMarked(type))
            return ClientKind.Declared;
        if (type.HasFullName("System.Net.Http.HttpClient"))
            return ClientKind.Http;
        if (type.TypeKind is TypeKind.Interface)
            return IsGrain(type) ? ClientKind.Grain : type.GetMembers().OfType<IMethodSymbol>().Any(RefitMethods.IsRequest)
                ? ClientKind.Refit : ClientKind.None;
        return DerivesFromGrpcClient(type) ? ClientKind.Grpc : ClientKind.None;
    }

    private bool IsNamed(ITypeSymbol type, SyntaxTree tree)
    {
        var names = options.ConcurrentTypesFor(tree);
        return !names.IsEmpty
            && type is INamedTypeSymbol named
            && !UnsafeTypes.Contains(named)
            && named.AllInterfaces.Prepend(named).Any(one => TypePatterns.Match(names, one.OriginalDefinition.ToDisplayString(NameFormat)));
    }

    private static readonly SymbolDisplayFormat NameFormat =
        new(typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces);

    private static bool IsMarked(INamedTypeSymbol type) => type.GetAttributes().Any(
        static attribute => attribute.AttributeClass?.HasFullName(WellKnownNames.ConcurrentSafeAttribute) is true);

    private static bool IsGrain(INamedTypeSymbol type) =>
        type.AllInterfaces.Any(static @interface => @interface.HasFullName("Orleans.IGrain"));

    /// <summary>Whether the type is a client that gRPC's tools generate.</summary>
    public static bool DerivesFromGrpcClient(INamedTypeSymbol type)
    {
        for (var @base = type.BaseType; @base is not null; @base = @base.BaseType)
        {
            if (@base is { Name: "ClientBase", ContainingNamespace: { Name: "Core", ContainingNamespace.Name: "Grpc" } })
                return true;
        }

        return false;
    }

    private static bool IsHttpJson(IMethodSymbol method) =>
        method.Name.StartsWith("Get", StringComparison.Ordinal)
            && method.ContainingType.HasFullName("System.Net.Http.Json.HttpClientJsonExtensions");

}
