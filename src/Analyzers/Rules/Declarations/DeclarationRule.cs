using Microsoft.CodeAnalysis;
using Pipeline.Analyzers.Symbols;
using Pipeline.Contract;

namespace Pipeline.Analyzers.Rules.Declarations;

/// <summary>One PIPE1xx rule: what it says of a defect, and the exact place it says it at.</summary>
internal abstract class DeclarationRule(DiagnosticDescriptor descriptor)
{
    public DiagnosticDescriptor Descriptor { get; } = descriptor;

    /// <summary>The defect as a diagnostic. What a service inherits from another assembly is reported on the service.</summary>
    public Diagnostic Report(Compilation compilation, INamedTypeSymbol service, ServiceDefect defect) =>
        Diagnostic.Create(
            Descriptor,
            compilation.FirstInSource(Locate(defect), defect.Source.InSource(), service.InSource()),
            Related(defect).Where(compilation.IsInSource),
            Name(service, defect),
            Reason(service, defect));

    /// <summary>What the message is about.</summary>
    protected virtual string Name(INamedTypeSymbol service, ServiceDefect defect) => defect.Source.Name;

    /// <summary>What is wrong and what to do about it: the second part of the message.</summary>
    protected abstract string Reason(INamedTypeSymbol service, ServiceDefect defect);

    /// <summary>Where to report, unless it is the name of what is wrong.</summary>
    protected virtual Location? Locate(ServiceDefect defect) => null;

    /// <summary>Other places the reader should see.</summary>
    protected virtual IEnumerable<Location> Related(ServiceDefect defect) => [];
}
