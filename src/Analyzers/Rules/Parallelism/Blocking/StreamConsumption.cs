using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Pipeline.Contract;

namespace Pipeline.Analyzers.Rules.Parallelism.Blocking;

/// <summary>A stream blocks where it is enumerated, not where it is asked for.</summary>
internal static class StreamConsumption
{
    /// <summary>Whether the stream is enumerated in the statement that asks for it.</summary>
    public static bool IsImmediate(IInvocationOperation stream)
    {
        var consumer = Outermost(stream);
        return consumer.Parent switch
        {
            IForEachLoopOperation loop => loop.Collection == consumer,
            ISpreadOperation => true,
            IArgumentOperation { Parent: IInvocationOperation call } => IsOperator(call),
            _ => false,
        };
    }

    /// <summary>The stream with the lazy operators around it.</summary>
    public static IOperation Outermost(IOperation stream)
    {
        var current = stream;
        while (true)
        {
            switch (current.Parent)
            {
                case IConversionOperation or ITranslatedQueryOperation:
                    current = current.Parent;
                    break;
                case IArgumentOperation { Parent: IInvocationOperation call }
                    when IsOperator(call) && IsLazy(call.TargetMethod.ReturnType):
                    current = call;
                    break;
                default:
                    return current;
            }
        }
    }

    private static bool IsOperator(IInvocationOperation call) =>
        call.TargetMethod.ContainingType.HasFullName("System.Linq.Enumerable");

    private static bool IsLazy(ITypeSymbol type) => type.MetadataName is "IEnumerable`1" or "IOrderedEnumerable`1";
}
