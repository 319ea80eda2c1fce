using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Pipeline.Analyzers.Library;
using Pipeline.Analyzers.Library.Clients;
using Pipeline.Analyzers.Symbols;
using Pipeline.Contract;

namespace Pipeline.Analyzers.Effects.Bodies;

/// <content>What the body comes down to, for callers that want to know whether two calls at once are safe.</content>
internal sealed partial class BodyWalker
{
    /// <summary>Where objects lie that a second call finds as well.</summary>
    private const Places Kept = Places.Instance | Places.InstancePart | Places.Global;

    private static readonly string[] Connections = ["DbConnection", "IDbConnection", "DbCommand", "IDbCommand", "DbBatch", "DbDataAdapter"];

    /// <summary>A member that waits for the world, and what of such a call is no matter of that call alone.</summary>
    private void RestOn(IOperation by, IMethodSymbol target, MemberDeed deed)
    {
        var type = target.ContainingType;
        if (type.WithBases().Any(static @base => Connections.Contains(@base.Name)))
            Object($"opens a '{type.Name}' of its own, which may take part in a transaction around it");
        if (!deed.Does(Deeds.ReadsWorld) || !AwaitForms.IsTaskOrUnaryCall(target.ReturnType))
            return;
        _basis = _basis.Asking($"{type.Name}.{target.Name}");
        if (by is IInvocationOperation call && HttpAddress.Of(call) is { } address && !IsNamed(address))
            Object($"requests an address that does not show, '{address.Syntax}'");
    }

    /// <summary>Whether the text says which operation is asked for, here or in every value of the variable that holds it.</summary>
    private bool IsNamed(IOperation address) =>
        HttpAddress.NamesOperation(address)
        || (address.WithoutConversions() is ILocalReferenceOperation { Local: var local }
            && _origins.Variables.ValuesOf(local) is { Count: > 0 } values
            && values.All(static value => value is { Value: { } text, IsPart: false } && HttpAddress.NamesOperation(text)));

    /// <summary>A static that can be written is read by all calls.</summary>
    private void ObjectToStatic(ISymbol member)
    {
        bool isWritable = member switch
        {
            IFieldSymbol field => !field.IsReadOnly,
            IPropertySymbol property => property.SetMethod is not null,
            _ => true,
        };
        if (isWritable)
            Object($"reads the static '{member.Name}', which can be written");
    }

    /// <summary>
    /// An object of a library that outlives the call: two calls at once use the same. Reading it may be no reading inside, unless it is
    /// documented to take several calls at once, cannot change, or is a collection, which several may read.
    /// </summary>
    private void JudgeSharing(IOperation? used, IMethodSymbol by, bool isRead)
    {
        if (used?.WithoutConversions() is not { Type: { } type } value || (_origins.Of(value).Places & Kept) == 0 || _origins.IsMade(value))
            return;

        // What code of the project does to its own objects is read in its bodies; what it inherits from a library is the library's.
        var shared = IsInSource(type) ? by.ContainingType : type;
        if (!IsInSource(shared) && !TakesReaders(shared, isRead))
            Object($"uses {Name(value)}, and a '{shared.Name}' is not documented to take several calls at once");
    }

    /// <param name="type">The library's type.</param>
    /// <param name="isRead">Whether nothing but its properties is looked at, here or by what it is passed to.</param>
    private bool TakesReaders(ITypeSymbol type, bool isRead) =>
        type is not INamedTypeSymbol { IsValueType: false } named
        || named.SpecialType is not SpecialType.None
        || _library.IsImmutable(type)
        || _library.IsContainer(type)
        || _library.Find(type)?.Has(LibraryTraits.Immutable | LibraryTraits.Concurrent) is true
        || (isRead && _library.Find(type)?.Has(LibraryTraits.Plain) is true)
        || ServiceCalls.IsProxy(type)
        || ClientTypes.IsClient(named);

    private static bool IsInSource(ITypeSymbol type) => !type.DeclaringSyntaxReferences.IsEmpty;

    private void Object(string reason) => _basis = _basis.Objecting(reason);
}
