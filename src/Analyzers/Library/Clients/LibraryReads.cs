using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Pipeline.Analyzers.Symbols;

namespace Pipeline.Analyzers.Library.Clients;

/// <summary>
/// Calls that the library model knows to look at the world and to change nothing, on objects that take several calls at once.
/// </summary>
internal static class LibraryReads
{
    private const string Files = "System.IO.File";

    public static bool Contains(IInvocationOperation call, LibraryModel library)
    {
        var method = call.TargetMethod.ReducedFrom ?? call.TargetMethod;
        if (library.Find(method.ContainingType) is not { } entry || !(entry.Has(LibraryTraits.Concurrent) || IsOfMany(entry)))
            return false;
        var deed = library.DeedOf(method);
        return deed.Does(Deeds.ReadsWorld)
            && deed is { WrittenParameters: 0 }
            && !deed.Does(Deeds.WritesWorld) && !deed.Does(Deeds.WritesReceiver) && !deed.Does(Deeds.MovesReceiver)
            && !call.Arguments.Any(static argument => IsCallback(argument) || IsShaped(argument));
    }

    /// <summary>Statics have no object; extensions of a client that is made for each call are the same.</summary>
    private static bool IsOfMany(LibraryEntry entry) => entry.Types.Contains(Files);

    /// <summary>What the client calls back may do anything.</summary>
    private static bool IsCallback(IArgumentOperation argument) => argument.Value.Unwrapped().Type?.TypeKind is TypeKind.Delegate;

    /// <summary>Options and messages of language models, which calls may share and change.</summary>
    private static bool IsShaped(IArgumentOperation argument) =>
        argument.Parameter?.Type is { } type && type.ToDisplayString().Contains("Chat") && !argument.IsImplicit;
}
