using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Pipeline.Analyzers.Library;

namespace Pipeline.Analyzers.Effects.Bodies;

/// <summary>Walks one body and lists what it touches. What it does not know, it lists as unknown.</summary>
/// <remarks>Lambdas and local functions count as if they ran where they stand.</remarks>
internal sealed partial class BodyWalker
{
    /// <summary>Operations that do nothing but what their parts do.</summary>
    private static readonly ImmutableHashSet<OperationKind> Transparent =
    [
        OperationKind.AnonymousFunction, OperationKind.AnonymousObjectCreation, OperationKind.Argument, OperationKind.ArrayCreation,
        OperationKind.ArrayElementReference, OperationKind.ArrayInitializer, OperationKind.Await, OperationKind.BinaryPattern,
        OperationKind.Block, OperationKind.Branch, OperationKind.CaseClause, OperationKind.CatchClause, OperationKind.Coalesce,
        OperationKind.CollectionExpression,
        OperationKind.ConditionalAccess, OperationKind.ConditionalAccessInstance, OperationKind.Conditional,
        OperationKind.ConstantPattern, OperationKind.ConstructorBody, OperationKind.DeclarationExpression,
        OperationKind.DeclarationPattern, OperationKind.DefaultValue, OperationKind.DelegateCreation, OperationKind.Discard,
        OperationKind.DiscardPattern, OperationKind.Empty, OperationKind.ExpressionStatement, OperationKind.FieldInitializer,
        OperationKind.ImplicitIndexerReference, OperationKind.InstanceReference, OperationKind.InterpolatedString,
        OperationKind.InterpolatedStringAddition, OperationKind.InterpolatedStringAppendFormatted,
        OperationKind.InterpolatedStringAppendLiteral, OperationKind.InterpolatedStringHandlerArgumentPlaceholder,
        OperationKind.InterpolatedStringHandlerCreation, OperationKind.InterpolatedStringText, OperationKind.Interpolation,
        OperationKind.IsPattern, OperationKind.IsType, OperationKind.Labeled, OperationKind.ListPattern, OperationKind.Literal,
        OperationKind.LocalFunction, OperationKind.LocalReference, OperationKind.Lock, OperationKind.Loop,
        OperationKind.MemberInitializer, OperationKind.MethodBody, OperationKind.NameOf, OperationKind.NegatedPattern,
        OperationKind.ObjectOrCollectionInitializer, OperationKind.OmittedArgument, OperationKind.ParameterInitializer,
        OperationKind.Parenthesized, OperationKind.PropertyInitializer, OperationKind.PropertySubpattern, OperationKind.Range,
        OperationKind.RecursivePattern, OperationKind.RelationalPattern, OperationKind.Return, OperationKind.SizeOf,
        OperationKind.SlicePattern, OperationKind.Spread, OperationKind.Switch, OperationKind.SwitchCase,
        OperationKind.SwitchExpression, OperationKind.SwitchExpressionArm, OperationKind.Throw, OperationKind.TranslatedQuery,
        OperationKind.Try, OperationKind.Tuple, OperationKind.TypeOf, OperationKind.TypePattern, OperationKind.Using,
        OperationKind.UsingDeclaration, OperationKind.Utf8String, OperationKind.VariableDeclaration, OperationKind.VariableDeclarationGroup,
        OperationKind.VariableDeclarator, OperationKind.VariableInitializer, OperationKind.YieldBreak, OperationKind.YieldReturn,
    ];

    private readonly List<Touch> _touches = [];
    private Basis _basis = Basis.Nothing;

    /// <summary>What is left to judge: not the call stack, which thousands of nested operators would overflow.</summary>
    private readonly Stack<IOperation> _pending = [];
    private readonly IMethodSymbol? _method;
    private readonly InferenceSession _session;
    private readonly LibraryModel _library;
    private readonly Origins _origins;

    private BodyWalker(IOperation body, IMethodSymbol? method, InferenceSession session)
    {
        _method = method;
        _session = session;
        _library = session.Library;
        _origins = new(body, method, session);
    }

    /// <summary>All that a method's body does.</summary>
    public static BodyEffect Walk(IOperation body, IMethodSymbol method, InferenceSession session)
    {
        var walker = new BodyWalker(body, method, session);
        walker.Run(body);
        return BodyEffect.Of(walker._touches, walker._origins.OfResults(body)) with { Basis = walker._basis };
    }

    /// <summary>The same, one by one.</summary>
    public static IReadOnlyList<Touch> List(IOperation body, IMethodSymbol? method, InferenceSession session)
    {
        var walker = new BodyWalker(body, method, session);
        walker.Run(body);
        return walker._touches;
    }

    private void Run(IOperation body)
    {
        _pending.Push(body);
        while (_pending.Count > 0)
            Judge(_pending.Pop());
    }

    private void Judge(IOperation operation)
    {
        switch (operation)
        {
            case var _ when _session.Services.TouchOf(operation, _session) is { } touch:
                Add(touch);
                if (operation is IInvocationOperation service)
                    Object($"calls the service behind '{service.TargetMethod.Name}'");
                VisitParts(operation);
                break;
            case { Type: IErrorTypeSymbol type }:
                Add(Touches.Unknown, operation, $"uses the unknown type '{type.Name}'");
                VisitParts(operation);
                break;
            case IAssignmentOperation assignment:
                VisitAssignment(assignment);
                break;
            case IIncrementOrDecrementOperation increment:
                VisitIncrement(increment);
                break;
            case IEventAssignmentOperation subscription:
                Write(subscription.EventReference, subscription);
                VisitParts(subscription);
                break;
            case IInvocationOperation call:
                VisitInvocation(call);
                break;
            case IObjectCreationOperation creation:
                VisitCreation(creation);
                break;
            case IFieldReferenceOperation field:
                ReadField(field);
                VisitParts(field);
                break;
            case IParameterReferenceOperation parameter:
                ReadParameter(parameter);
                break;
            case IPropertyReferenceOperation property:
                ReadProperty(property);
                VisitParts(property);
                break;
            case INameOfOperation:
                break;
            case { Type.TypeKind: TypeKind.Error }:
                Add(Touches.Unknown, operation, "uses an unknown type");
                break;
            default:
                JudgeOther(operation);
                break;
        }
    }

    private void JudgeOther(IOperation operation)
    {
        switch (operation)
        {
            case IBinaryOperation binary:
                VisitBinary(binary);
                break;
            case IUnaryOperation unary:
                Call(unary, unary.OperatorMethod, instance: null, Passed(unary.Operand));
                break;
            case IConversionOperation conversion:
                VisitConversion(conversion);
                break;
            case IMethodReferenceOperation reference:
                ReferToMethod(reference);
                break;
            case IWithOperation with:
                VisitWith(with);
                break;
            case ITupleBinaryOperation comparison:
                if (!IsPlainValue(comparison.LeftOperand.Type) || !IsPlainValue(comparison.RightOperand.Type))
                    Add(Touches.Unknown, comparison, "compares by code of its own");
                break;
            default:
                JudgeImplicitCalls(operation);
                if (!Transparent.Contains(operation.Kind) && !Origins.IsStackAllocation(operation))
                    Add(Touches.Unknown, operation, $"does what cannot be judged: {operation.Kind}");
                break;
        }

        VisitParts(operation);
    }

    private void VisitParts(IOperation operation)
    {
        foreach (var part in operation.ChildOperations.Reverse())
            _pending.Push(part);
    }

    private void Add(Touches kind, IOperation operation, string reason) => Add(new(kind, operation, reason));

    private void Add(Touch touch)
    {
        if (touch.Kind is not Touches.Nothing)
            _touches.Add(touch);
    }
}
