using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace Pipeline.Generators.Parsing;

/// <summary>
/// A hash of all that a symbol's declaration can depend on: every declaration of the compilation without its body, the references,
/// and the options that change what a declaration means. Two compilations with the same fingerprint give the same proxies.
/// </summary>
internal static class DeclarationFingerprint
{
    /// <summary>An edit leaves all trees and references but one as they are, and a referenced project often altogether.</summary>
    private static readonly ConditionalWeakTable<Compilation, StrongBox<ulong>> Compilations = new();
    private static readonly ConditionalWeakTable<SyntaxTree, StrongBox<ulong>> Trees = new();
    private static readonly ConditionalWeakTable<MetadataReference, StrongBox<ulong>> References = new();

    public static ulong Of(Compilation compilation, CancellationToken cancellationToken)
    {
        if (Compilations.TryGetValue(compilation, out var known))
            return known.Value;

        var hash = new ContentHash();
        AddOptions(compilation, ref hash);
        foreach (var reference in compilation.References)
            Add(reference, ref hash, cancellationToken);
        foreach (var tree in compilation.SyntaxTrees)
            Add(tree, compilation.Options.SyntaxTreeOptionsProvider, ref hash, cancellationToken);
        return Compilations.GetValue(compilation, _ => new(hash.Value)).Value;
    }

    /// <summary>Who may see internals, and what a type without <c>?</c> means.</summary>
    private static void AddOptions(Compilation compilation, ref ContentHash hash)
    {
        hash.Add(compilation.AssemblyName ?? "");
        hash.Add((int)compilation.Options.NullableContextOptions);
        hash.Add((int)compilation.Options.MetadataImportOptions);
        foreach (byte part in compilation.Options.CryptoPublicKey.IsDefault ? [] : compilation.Options.CryptoPublicKey)
            hash.Add(part);
    }

    private static void Add(MetadataReference reference, ref ContentHash hash, CancellationToken cancellationToken)
    {
        hash.Add(reference.Properties.EmbedInteropTypes);
        foreach (string alias in reference.Properties.Aliases)
            hash.Add(alias);
        hash.Add(reference is CompilationReference { Compilation: var compilation }
            ? Of(compilation, cancellationToken)
            : References.GetValue(reference, static reference => new(VersionOf(reference))).Value);
    }

    /// <summary>The ids that a compiler gives the modules of an assembly anew whenever it writes other ones.</summary>
    private static ulong VersionOf(MetadataReference reference)
    {
        var hash = new ContentHash();
        try
        {
            foreach (var module in ModulesOf((reference as PortableExecutableReference)?.GetMetadata()))
                hash.Add(module.GetModuleVersionId().ToString());
        }
        catch (Exception exception) when (exception is IOException or BadImageFormatException)
        {
            // The compiler reports a file that it cannot read.
            hash.Add(reference.Display ?? "");
        }

        return hash.Value;
    }

    private static ImmutableArray<ModuleMetadata> ModulesOf(Metadata? metadata) => metadata switch
    {
        AssemblyMetadata assembly => assembly.GetModules(),
        ModuleMetadata module => [module],
        _ => [],
    };

    private static void Add(
        SyntaxTree tree, SyntaxTreeOptionsProvider? options, ref ContentHash hash, CancellationToken cancellationToken)
    {
        // In generated code nothing is known about null unless it says so itself.
        hash.Add((int)(options?.IsGenerated(tree, cancellationToken) ?? GeneratedKind.Unknown));
        if (!Trees.TryGetValue(tree, out var known))
        {
            var declarations = new StrongBox<ulong>(DeclarationHasher.Hash(tree, cancellationToken));
            known = Trees.GetValue(tree, _ => declarations);
        }

        hash.Add(known.Value);
    }
}
