using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Pipeline.Analyzers.Library;
using Pipeline.Analyzers.Symbols;

namespace Pipeline.Analyzers.Dependence.Tracing;

/// <summary>
/// Which objects others may hold too: those reached through <c>this</c> or a static, by whatever local name, not arguments, new
/// objects and results.
/// </summary>
internal static class SharedObjects
{
    private static readonly string[] CopyingMethods = ["ToArray", "ToList", "ToDictionary", "ToHashSet"];

    /// <summary>Whether others may hold the object the member is read from. A struct in a local is a copy.</summary>
    public static bool IsShared(this IMemberReferenceOperation member, VariableFacts variables) => member.Instance switch
    {
        null => true,
        ILocalReferenceOperation { Type.IsValueType: true } => false,
        var instance => instance.IsShared(variables),
    };

    /// <summary>Whether others may hold the value, or what it leads to.</summary>
    public static bool IsShared(this IOperation value, VariableFacts variables) =>
        IsShared(value, variables, new(SymbolEqualityComparer.Default));

    private static bool IsShared(IOperation value, VariableFacts variables, HashSet<ISymbol> seen)
    {
        value = value.Unwrapped();
        if (Formatting.HasPlainText(value.Type))
            return false;
        return value switch
        {
            ILocalReferenceOperation local => IsNameOfShared(local.Local),
            IParameterReferenceOperation parameter => parameter.Parameter.IsPrimary() || IsNameOfShared(parameter.Parameter),
            IInstanceReferenceOperation instance => instance.ReferenceKind is InstanceReferenceKind.ContainingTypeInstance,
            IMemberReferenceOperation { Instance: var instance } => instance is null || Leads(instance),
            IConditionalAccessOperation access => Leads(access.Operation),
            IConditionalAccessInstanceOperation instance => AccessAround(instance) is not { } access || Leads(access.Operation),
            IInvocationOperation call => IsGivenBy(call),
            IAwaitOperation or IAnonymousFunctionOperation => false,
            _ => value.ChildOperations.Any(Leads),
        };

        bool Leads(IOperation part) => IsShared(part, variables, seen);

        bool IsNameOfShared(ISymbol variable) => seen.Add(variable) && variables.Origins(variable).Any(Leads);

        // What the type's own methods give is as new as any result; what an object that others hold gives is theirs.
        bool IsGivenBy(IInvocationOperation call) => call switch
        {
            { Instance: IInstanceReferenceOperation } => false,
            { Instance: { } instance } => Leads(instance),
            { TargetMethod: { Name: var name, ReturnType: INamedTypeSymbol { TypeArguments: [var item] } } }
                when CopyingMethods.Contains(name) && Formatting.HasPlainText(item) => false,
            _ => call.Arguments.Any(argument => Leads(argument.Value)),
        };
    }

    private static IConditionalAccessOperation? AccessAround(IOperation instance)
    {
        for (IOperation inner = instance; inner.Parent is { } outer; inner = outer)
        {
            if (outer is IConditionalAccessOperation access && access.WhenNotNull == inner)
                return access;
        }

        return null;
    }
}
