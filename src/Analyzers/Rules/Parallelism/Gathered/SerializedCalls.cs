using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Pipeline.Analyzers.Symbols;
using Pipeline.Contract;

namespace Pipeline.Analyzers.Rules.Parallelism.Gathered;

/// <summary>Gathered calls that wait for one another at the same service.</summary>
/// <param name="Service">The service that declares to run one call at a time.</param>
/// <param name="Branches">Two or more calls of it, or one that is made for each item of a sequence.</param>
internal readonly record struct SerializedCalls(INamedTypeSymbol Service, IReadOnlyList<Branch> Branches)
{
    public static IEnumerable<SerializedCalls> In(IInvocationOperation join, ISymbol caller)
    {
        var branches = BranchFinder.Of(join).Where(branch => ReachesThisProcess(branch.Call, caller.ContainingType)).ToList();
        foreach (var group in branches.GroupBy(branch =>
            (ServiceApi.ServiceOf(branch.Call.TargetMethod), EndOf(branch.Call, caller.ContainingType))))
        {
            if (group.Key.Item1 is { } service
                && DeclaredConcurrency.IsOne(service)
                && (group.Count() > 1 || group.Single().Repeats))
            {
                yield return new(service, [.. group]);
            }
        }
    }

    /// <summary>
    /// All dependencies of a service on another lead to the one instance in the process. Any other class may have been given
    /// proxies that lead to different ones, so each of them is taken for itself.
    /// </summary>
    private static string EndOf(IInvocationOperation call, INamedTypeSymbol caller) =>
        caller.IsService() ? "" : (ProxySources.ReceiverOf(call)?.Syntax ?? call.Syntax).ToString();

    /// <summary>Whether no dependency on the service names a URL, behind which there may be any number of instances.</summary>
    private static bool ReachesThisProcess(IInvocationOperation call, INamedTypeSymbol caller)
    {
        var proxy = ProxySources.ReceiverOf(call)?.Type;
        return proxy is not null && !ProxySources.DependenciesOf(caller).Any(dependency =>
            SymbolEqualityComparer.Default.Equals(dependency.Type, proxy)
            && dependency.Symbol.GetAttribute(WellKnownNames.DependsAttribute)?.GetValue<string>("Url") is not null);
    }
}
