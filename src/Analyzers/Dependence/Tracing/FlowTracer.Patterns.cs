using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Pipeline.Analyzers.Dependence.Harmless;

namespace Pipeline.Analyzers.Dependence.Tracing;

internal sealed partial class FlowTracer
{
    public override FlowValue VisitIsPattern(IIsPatternOperation operation, object? argument)
    {
        var value = Visit(operation.Value).AsData();
        Match(operation.Pattern, value, operation.Value.IsShared(body.Variables));
        return value;
    }

    public override FlowValue VisitSwitchExpression(ISwitchExpressionOperation operation, object? argument)
    {
        var value = Visit(operation.Value).AsData();
        var result = value;
        foreach (var arm in operation.Arms)
        {
            Match(arm.Pattern, value, operation.Value.IsShared(body.Variables));
            result |= VisitConditionally(arm.Guard, value) | VisitConditionally(arm.Value, value);
        }

        if (operation.Arms is not [.., { Pattern: IDiscardPatternOperation, Guard: null }])
            Report(OrderCondition.HarmlessBetween, operation, "throws if nothing matches");
        return result;
    }

    /// <summary>Binds the pattern's variables to the value; asking the value for more than plain members may run code.</summary>
    private void Match(IPatternOperation pattern, FlowValue value, bool shared)
    {
        switch (pattern)
        {
            case IConstantPatternOperation or IRelationalPatternOperation or IDiscardPatternOperation or ITypePatternOperation:
                break;
            case INegatedPatternOperation negated:
                Match(negated.Pattern, value, shared);
                break;
            case IBinaryPatternOperation binary:
                Match(binary.LeftPattern, value, shared);
                Match(binary.RightPattern, value, shared);
                break;
            case IDeclarationPatternOperation declaration:
                Bind(declaration.DeclaredSymbol, declaration, value);
                break;
            case IRecursivePatternOperation { DeconstructSymbol: null } recursive:
                Bind(recursive.DeclaredSymbol, recursive, value);
                foreach (var property in recursive.PropertySubpatterns)
                    MatchMember(property, value, shared);
                foreach (var element in recursive.DeconstructionSubpatterns)
                    Match(element, value, shared);
                break;
            default:
                Report(OrderCondition.HarmlessBetween, pattern, "matching may run code");
                foreach (var nested in pattern.Descendants())
                {
                    if (nested is IDeclarationPatternOperation bound)
                        Bind(bound.DeclaredSymbol, bound, value);
                }

                break;
        }
    }

    private void MatchMember(IPropertySubpatternOperation property, FlowValue value, bool shared)
    {
        var access = property.Member is IMemberReferenceOperation member ? body.Types.AccessOf(member.Member) : MemberAccess.RunsCode;
        if (access is MemberAccess.RunsCode)
            Report(OrderCondition.HarmlessBetween, property, "matching may run code");
        else if (access is MemberAccess.Mutable && shared)
            ReportMutable(property, property.Member.Syntax.ToString());
        Match(property.Pattern, value, shared);
    }

    private void Bind(ISymbol? variable, IOperation pattern, FlowValue value)
    {
        if (variable is not null)
            Write(variable, pattern, value);
    }
}
