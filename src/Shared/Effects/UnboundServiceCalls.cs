using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Pipeline.Shared.Effects.Bodies;

namespace Pipeline.Shared.Effects;

/// <summary>
/// Calls on proxies that are yet to be generated. The compiler does not know <c>a.ToAsync.Predict(x)</c>, but it knows the
/// service left of the dot in <c>ModelA.Proxy</c>, and the service knows its API.
/// </summary>
internal sealed class UnboundServiceCalls(KnownMembers known) : IServiceCalls
{
    private const string ToAsync = "ToAsync";

    /// <summary>Proxies of other assemblies are there already.</summary>
    private readonly ServiceCalls _bound = new(static _ => EffectNames.Default, trustsQueryNames: false);

    public Touch? TouchOf(IOperation operation, InferenceSession session) => operation switch
    {
        { Type: IErrorTypeSymbol { Name: not ("" or "?" or "var") } type } when !IsProxy(type) => Unknown(operation, $"uses the unknown type '{type.Name}'"),
        IInvalidOperation { Syntax: InvocationExpressionSyntax call } => TouchOfInvocation(operation, call, session),
        IInvalidOperation { Syntax: BaseObjectCreationExpressionSyntax creation } => TouchOfCreation(operation, creation, session),
        { Kind: OperationKind.Invalid or OperationKind.None, Syntax: ExpressionSyntax step } when IsStep(operation, step) => Harmless(operation),
        _ => _bound.TouchOf(operation, session),
    };

    public bool IsStream(IOperation expression) => _bound.IsStream(expression) || expression is
    {
        Kind: OperationKind.Invalid,
        Syntax: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax callee },
        SemanticModel: { } model,
    } && ServiceBehind(callee.Expression, model) is not null;

    public bool IsProxy(ITypeSymbol type) => ProxyReference.ServiceOf(type) is not null || _bound.IsProxy(type);

    private Touch TouchOfInvocation(IOperation operation, InvocationExpressionSyntax call, InferenceSession session)
    {
        if (operation.SemanticModel is not { } model || call.Expression is not MemberAccessExpressionSyntax callee)
            return Unknown(operation, "calls something unknown");
        if (ServiceBehind(callee.Expression, model) is { } service)
            return TouchOfApi(operation, service, callee.Name.Identifier.ValueText, session);

        // Something known, called with results whose types are yet unknown.
        var candidates = model.GetSymbolInfo(call, session.CancellationToken).CandidateSymbols;
        bool isKnown = candidates.Length > 0 && candidates.All(candidate => candidate is IMethodSymbol method && known.DeedOf(method) == MemberDeed.Pure);
        bool isTaskForm = callee.Name.Identifier.ValueText is "ConfigureAwait" or "AsTask";
        return isKnown || isTaskForm ? Harmless(operation) : Unknown(operation, $"calls '{callee.Name}' on something unknown");
    }

    private static Touch TouchOfCreation(IOperation operation, BaseObjectCreationExpressionSyntax creation, InferenceSession session)
    {
        var candidates = operation.SemanticModel?.GetSymbolInfo(creation, session.CancellationToken).CandidateSymbols ?? [];
        return candidates.Length > 0 && candidates.All(candidate => candidate is IMethodSymbol constructor && session.Of(constructor).Effect is ApiEffect.None)
            ? Harmless(operation)
            : Unknown(operation, "creates something unknown");
    }

    private Touch TouchOfApi(IOperation operation, INamedTypeSymbol service, string name, InferenceSession session)
    {
        string label = $"calls '{service.Name}.{name}'";
        var touches = Touches.Nothing;
        var apis = ServiceApi.Named(service, name);
        foreach (var api in apis)
            touches |= IsPlain(api.Method.ReturnType) ? TouchesOf(operation, api, name, session) : Touches.Unknown;

        // Which overload is meant cannot be told, so only what all of them do is certain.
        return apis.Length == 1 ? new(touches, operation, label)
            : apis.Length > 1 && (touches & ~Touches.Reads) is Touches.Nothing ? new(touches, operation, label)
            : Unknown(operation, label);
    }

    private static Touches TouchesOf(IOperation call, ServiceApi api, string name, InferenceSession session)
    {
        var effect = api.DeclaredEffect is var declared and not ApiEffect.Unknown ? declared : session.Of(api.Method).Effect;
        return effect switch
        {
            ApiEffect.None => Touches.Nothing,
            ApiEffect.Reads => Touches.ReadsGlobal,
            ApiEffect.Writes => Touches.WritesGlobal,
            _ => EffectNames.Default.Judge(name, api.Method.ReturnsValue() && !call.IsValueDiscarded()).Kind is EffectKind.Command
                ? Touches.WritesGlobal
                : Touches.Unknown,
        };
    }

    /// <summary>Whether no operator, conversion or deconstruction of its own can hide in what is done with a value of the type.</summary>
    private bool IsPlain(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => IsPlain(array.ElementType),
        INamedTypeSymbol named => named.TypeArguments.All(IsPlain)
            && (known.IsImmutable(named) || known.IsContainer(named) || named.IsTupleType || IsTask(named)
                || named.SpecialType is SpecialType.System_Void || named.WithBases().All(HasNoOperators)),
        _ => false,
    };

    private static bool IsTask(INamedTypeSymbol type) => type.Name is "Task" or "ValueTask" or "IAsyncEnumerable";

    private static bool HasNoOperators(INamedTypeSymbol type) => type.TypeKind is TypeKind.Class or TypeKind.Struct && type.GetMembers()
        .OfType<IMethodSymbol>()
        .All(method => method.IsImplicitlyDeclared
            || (method.MethodKind is not (MethodKind.UserDefinedOperator or MethodKind.Conversion) && method.Name is not ("Deconstruct" or "GetAwaiter")));

    /// <summary>Whether the expression only leads to a call: <c>a.ToAsync</c>, <c>a.ToAsync.Predict</c>, or the type in <c>Gather.All</c>.</summary>
    private static bool IsStep(IOperation operation, ExpressionSyntax step) => operation.SemanticModel is { } model
        && (step is MemberAccessExpressionSyntax { Parent: MemberAccessExpressionSyntax or InvocationExpressionSyntax } member
            && ServiceBehind(member.Expression, model) is not null
            || model.GetSymbolInfo(step).Symbol is INamedTypeSymbol);

    /// <summary>The service whose proxy, or whose proxy's async view, the expression is.</summary>
    private static INamedTypeSymbol? ServiceBehind(ExpressionSyntax receiver, SemanticModel model) => receiver switch
    {
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: ToAsync } view => ServiceBehind(view.Expression, model),
        _ => model.GetTypeInfo(receiver).Type is { } type ? ProxyReference.ServiceOf(type) : null,
    };

    private static Touch Harmless(IOperation operation) => new(Touches.Nothing, operation, "");

    private static Touch Unknown(IOperation operation, string reason) => new(Touches.Unknown, operation, reason);
}
