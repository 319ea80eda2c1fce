using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Pipeline.Analyzers.Dependence.Tracing;
using Pipeline.Analyzers.Names;
using Pipeline.Contract;

namespace Pipeline.Analyzers.Dependence.Order;

/// <summary>
/// Reads that form a protocol: a version, a cursor, a clock is read before or after something else so that the two can be
/// compared. Such a read overlaps nothing, on either side.
/// </summary>
internal static class ReadProtocols
{
    public static OrderReason? Order(CallPair pair) => Order(pair.Later) ?? Order(pair.Earlier);

    public static OrderReason? Order(CallNode call) => NameOf(call) is { } name && !call.Call.Effect.IsNone
        ? new(OrderCondition.ReadProtocol, $"'{call.Call.Name}' reads a '{name}', which is compared with what is read before or after",
            call.Invocation)
        : null;

    /// <summary>What says so: the method, the type of its result, or the variable that takes it.</summary>
    private static string? NameOf(CallNode call) =>
        new[] { call.Invocation.TargetMethod.Name, call.Invocation.TargetMethod.ReturnType.ResultOrSelf().Name,
            VariableOf(call.Wait ?? call.Invocation) }
            .FirstOrDefault(static name => name is not null && EffectNames.IsProtocol(name));

    private static string? VariableOf(IOperation value)
    {
        while (value.Parent is IConversionOperation or IParenthesizedOperation or IAwaitOperation)
            value = value.Parent;
        return value.Parent switch
        {
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol.Name: var name } } => name,
            ISimpleAssignmentOperation { Target: ILocalReferenceOperation { Local.Name: var name } } => name,
            _ => null,
        };
    }
}
