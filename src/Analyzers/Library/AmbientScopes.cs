using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Pipeline.Analyzers.Library;

/// <summary>Scopes that calls join without being told, and that two calls at once may break.</summary>
internal static class AmbientScopes
{
    public static bool Begins(IOperation operation) => operation switch
    {
        IObjectCreationOperation creation => IsTransaction(creation.Type),
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: { Name: "Current", ContainingType: var type } } } =>
            type is { Name: "Transaction", ContainingNamespace.Name: "Transactions" },
        IInvocationOperation call => Begins(call.TargetMethod.Name),
        _ => false,
    };

    private static bool IsTransaction(ITypeSymbol? type) =>
        type is
        {
            Name: "TransactionScope" or "CommittableTransaction" or "DependentTransaction",
            ContainingNamespace.Name: "Transactions"
        };

    private static bool Begins(string method) =>
        method is "SuppressFlow" or "PushProperty" or "RunImpersonated" or "RunImpersonatedAsync"
        || (method.StartsWith("Begin", StringComparison.Ordinal) && (method.Contains("Scope") || method.Contains("Transaction")));
}
