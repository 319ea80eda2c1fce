using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Pipeline.Analyzers.Library;
using Pipeline.Analyzers.Symbols;
using Pipeline.Contract;

namespace Pipeline.Analyzers.Effects.Bodies;

/// <content>Code that runs without a call being written: enumerators, awaiters, deconstructors, copy constructors, conversions.</content>
internal sealed partial class BodyWalker
{
    private void JudgeImplicitCalls(IOperation operation)
    {
        switch (operation)
        {
            case IForEachLoopOperation loop:
                JudgeLoop(loop);
                break;
            case IAwaitOperation { Operation.Type: { } awaited } when !_library.Has(awaited, LibraryTraits.Task)
                && awaited.TypeKind is not TypeKind.Error:
                Add(Touches.Unknown, operation, $"awaits a '{awaited.Name}'");
                break;
            case ISpreadOperation spread:
                Convert(spread, spread.ElementConversion);
                if (!IsWalkedPlainly(spread.Operand))
                    Add(Touches.Unknown, operation, $"walks over a '{spread.Operand.Type?.Name}'");
                break;
            case ICollectionExpressionOperation { Type: { } type }:
                JudgeItemsOf(type, operation);
                if (!_library.IsContainer(type))
                    Add(Touches.Unknown, operation, $"fills a '{type.Name}'");
                break;
            case IRecursivePatternOperation { DeconstructSymbol: { } symbol }:
                Deconstruct(operation, symbol);
                break;
            case IListPatternOperation { InputType: var input } when !_library.IsContainer(input):
                Add(Touches.Unknown, operation, $"looks into a '{input.Name}'");
                break;
            case IImplicitIndexerReferenceOperation { Instance.Type: { } indexed } when !_library.IsContainer(indexed):
                Add(Touches.Unknown, operation, $"looks into a '{indexed.Name}'");
                break;
            case ICoalesceOperation coalesce:
                Convert(coalesce, coalesce.ValueConversion);
                break;
            case IInterpolationOperation { Expression: var shown }:
                JudgeValue(shown);
                break;
            case IUsingOperation { Resources: var resources, IsAsynchronous: var isAsynchronous }:
                Dispose(operation, resources, isAsynchronous);
                break;
            case IUsingDeclarationOperation { DeclarationGroup: var resources, IsAsynchronous: var isAsynchronous }:
                Dispose(operation, resources, isAsynchronous);
                break;
            case IReturnOperation { ReturnedValue: { } returned } when _origins.IsStoredLazy(returned):
                Add(Touches.Unknown, operation, $"returns {Name(returned)}, which runs code of others when walked over");
                break;
        }
    }

    private void Dispose(IOperation by, IOperation resources, bool isAsynchronous)
    {
        var disposed = resources is IVariableDeclarationGroupOperation group
            ? group.Declarations.SelectMany(static declaration => declaration.Declarators)
                .Select(static declarator => declarator.GetVariableInitializer()?.Value)
            : [resources];
        foreach (var resource in disposed)
        {
            if (resource?.WithoutConversions() is not { Type: { } type } value || value.ConstantValue is { HasValue: true, Value: null })
                continue;
            if (DisposalOf(type, isAsynchronous) is { } method && _session.Sees(method))
                Call(by, method, value, []);
            else if (!_library.IsDisposable(type) || (OneAtATime.Includes(type, _library) && !_origins.IsMade(value)))
                Add(Touches.Unknown, by, $"disposes of a '{type.Name}'");
        }
    }

    private static IMethodSymbol? DisposalOf(ITypeSymbol type, bool isAsynchronous) => (type as INamedTypeSymbol)?.WithBases()
        .SelectMany(@base => @base.GetMembers(isAsynchronous ? "DisposeAsync" : "Dispose"))
        .OfType<IMethodSymbol>()
        .FirstOrDefault(static method => method.Parameters.IsEmpty);

    private void JudgeLoop(IForEachLoopOperation loop)
    {
        var collection = loop.Collection.WithoutConversions();
        bool isStream = ServiceCalls.IsStream(collection);
        if (!isStream && (loop.IsAsynchronous || !IsWalkedPlainly(collection)))
            Add(Touches.Unknown, loop, $"walks over a '{collection.Type?.Name}'");
        if (loop is not { SemanticModel: { } model, Syntax: CommonForEachStatementSyntax syntax })
            return;

        Call(loop, model.GetForEachStatementInfo(syntax).ElementConversion.MethodSymbol, instance: null, []);
        if (syntax is ForEachVariableStatementSyntax variables)
            Deconstruct(loop, model.GetDeconstructionInfo(variables));
    }

    private bool IsWalkedPlainly(IOperation sequence)
    {
        sequence = sequence.WithoutConversions();
        if (sequence.Type is not { } type || !_library.IsContainer(type) || _origins.IsStoredLazy(sequence))
            return false;
        JudgeWalk(sequence, type);
        return true;
    }

    private void Deconstruct(IOperation by, DeconstructionInfo info)
    {
        if (info.Method is { } method)
            Deconstruct(by, method);
        if (info.Conversion is { } conversion)
            Call(by, conversion.MethodSymbol, instance: null, []);
        foreach (var part in info.Nested)
            Deconstruct(by, part);
    }

    private void Deconstruct(IOperation by, ISymbol symbol)
    {
        if (symbol is IMethodSymbol method)
            Call(by, method, instance: null, [], method.IsVirtual || method.IsOverride || method.IsAbstract);
        else
            Add(Touches.Unknown, by, "deconstructs by code of its own");
    }

    private void Convert(IOperation by, CommonConversion conversion) => Call(by, conversion.MethodSymbol, instance: null, []);

    private void VisitConversion(IConversionOperation conversion)
    {
        Call(conversion, conversion.OperatorMethod, instance: null, Passed(conversion.Operand));
        if (conversion.GetConversion().IsTupleConversion && !IsPlainValue(conversion.Type))
            Add(Touches.Unknown, conversion, "converts by code of its own");
    }

    /// <summary><c>with</c> runs the copy constructor, which a record may have written itself.</summary>
    private void VisitWith(IWithOperation with)
    {
        if (with.CloneMethod is not { } clone)
            return;
        if (!clone.IsImplicitlyDeclared)
            Call(with, clone, with.Operand, []);
        for (var record = clone.ContainingType; record is { IsRecord: true }; record = record.BaseType)
        {
            if (record.InstanceConstructors.FirstOrDefault(IsWrittenCopy) is { } copy)
                Call(with, copy, instance: null, Passed(with.Operand));
        }
    }

    private static bool IsWrittenCopy(IMethodSymbol constructor) =>
        constructor is { IsImplicitlyDeclared: false, Parameters: [var original] }
        && SymbolEqualityComparer.Default.Equals(original.Type, constructor.ContainingType);

    /// <summary>Whether comparing or converting the value, and all values in it, is the compiler's or the framework's work.</summary>
    private bool IsPlainValue(ITypeSymbol? type) => type switch
    {
        INamedTypeSymbol { IsTupleType: true } tuple => tuple.TupleElements.All(element => IsPlainValue(element.Type)),
        null => true,
        _ => _library.IsImmutable(type),
    };
}
