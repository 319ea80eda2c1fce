using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Pipeline.Analyzers.Symbols;

internal static class Conversions
{
    /// <summary>The expression behind conversions and parentheses that only change how it is seen.</summary>
    public static IOperation WithoutConversions(this IOperation expression)
    {
        while (true)
        {
            switch (expression)
            {
                case IConversionOperation { OperatorMethod: null } conversion:
                    expression = conversion.Operand;
                    break;
                case IParenthesizedOperation parenthesized:
                    expression = parenthesized.Operand;
                    break;
                default:
                    return expression;
            }
        }
    }
}
