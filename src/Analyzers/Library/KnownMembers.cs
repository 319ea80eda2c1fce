using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Pipeline.Analyzers.Library;

/// <summary>What the framework's members do, for the few whose behaviour is beyond doubt.</summary>
internal sealed class KnownMembers(Compilation compilation)
{
    private static readonly ImmutableHashSet<string> Clocks = Names(
        "System.DateTime.Now System.DateTime.UtcNow System.DateTime.Today System.DateTimeOffset.Now System.DateTimeOffset.UtcNow");

    /// <summary>Members of pure types that are not pure: they make identities or change settings.</summary>
    private static readonly ImmutableHashSet<string> Impure = Names(
        """
        System.Guid.NewGuid System.Guid.CreateVersion7 System.IO.Path.GetTempFileName System.IO.Path.GetTempPath
        System.IO.Path.GetRandomFileName System.IO.Path.GetFullPath System.IO.Path.Exists System.HashCode.Add
        System.HashCode.AddBytes System.Threading.CancellationToken.Register System.Threading.CancellationToken.UnsafeRegister
        System.Text.Encoding.RegisterProvider System.Type.InvokeMember System.Runtime.CompilerServices.RuntimeHelpers.RunClassConstructor
        """);

    private static readonly ImmutableHashSet<string> FileReaders = Names(
        """
        Exists ReadAllBytes ReadAllBytesAsync ReadAllText ReadAllTextAsync ReadAllLines ReadAllLinesAsync ReadLines
        """);

    private static readonly ImmutableHashSet<string> ContainerReaders = Names(
        """
        Aggregate AsMemory AsReadOnly AsSpan BinarySearch Clone Contains ContainsAny ContainsKey ContainsValue ConvertAll Count Empty EndsWith
        Equals Exists Find FindAll FindIndex FindLast FindLastIndex ForEach GetEnumerator GetHashCode GetLength GetLowerBound
        GetRange GetType GetUpperBound GetValue GetValueOrDefault IndexOf IndexOfAny IsProperSubsetOf IsProperSupersetOf
        IsSubsetOf IsSupersetOf LastIndexOf MoveNext Overlaps Peek SequenceCompareTo SequenceEqual SetEquals Slice StartsWith
        ToArray ToString Trim TrimEnd TrimStart TrueForAll TryGetNonEnumeratedCount TryGetValue TryPeek
        """);

    private static readonly ImmutableHashSet<string> ContainerWriters = Names(
        """
        Add AddAfter AddBefore AddFirst AddLast AddRange Append AppendFormat AppendJoin AppendLine Clear Dequeue Enqueue
        EnqueueRange EnsureCapacity ExceptWith Fill Insert InsertRange IntersectWith Pop Push Remove RemoveAll RemoveAt RemoveFirst RemoveLast RemoveRange RemoveWhere Replace Reverse Set SetAll
        SetValue Sort SymmetricExceptWith TrimExcess TryAdd TryDequeue TryPop UnionWith
        """);

    /// <summary>Statics, or extensions, that change their first argument.</summary>
    private static readonly ImmutableHashSet<string> FirstArgumentWriters = Names("Clear Fill Reverse Sort");

    private static readonly ImmutableHashSet<string> TaskMembers = Names(
        """
        All AsTask ConfigureAwait Delay Each FailFast First For ForAsync ForEach ForEachAsync FromCanceled FromException FromResult
        GetAwaiter GetResult Invoke Quorum Run Settle Wait WaitAll WaitAsync WhenAll WhenAny WhenEach Yield
        """);

    private static readonly ImmutableHashSet<string> Destinations = Names("destination destinationArray dst array");

    private readonly KnownTypes _types = new(compilation);
    private readonly INamedTypeSymbol? _file = compilation.GetTypeByMetadataName("System.IO.File");

    public MemberDeed DeedOf(IMethodSymbol method)
    {
        var type = method.ContainingType.OriginalDefinition;
        if (_types.Pure.Contains(type) || type.TypeKind is TypeKind.Enum)
            return OfPureType(method, type);
        if (_types.Containers.Contains(type))
            return OfContainer(method);
        if (_types.Tasks.Contains(type))
            return IsGetter(method) || IsConstructor(method) || TaskMembers.Contains(method.Name) ? MemberDeed.Pure : MemberDeed.Unknown;
        if (SymbolEqualityComparer.Default.Equals(type, _file) && FileReaders.Contains(method.Name))
            return MemberDeed.Pure with { ReadsState = true };
        return IsFrameworkException(type) && (IsGetter(method) || IsConstructor(method)) ? MemberDeed.Pure : MemberDeed.Unknown;
    }

    /// <summary>Whether a value of the type can never be seen to change.</summary>
    public bool IsImmutable(ITypeSymbol type) =>
        type.TypeKind is TypeKind.Enum || (_types.Pure.Contains(type.OriginalDefinition) && type.SpecialType is not SpecialType.System_Object);

    /// <summary>Whether walking over the type's items runs none but the framework's code.</summary>
    public bool IsContainer(ITypeSymbol type) =>
        type is IArrayTypeSymbol || _types.Containers.Contains(type.OriginalDefinition) || _types.Pure.Contains(type.OriginalDefinition);

    /// <summary>Whether awaiting the type runs none but the framework's code.</summary>
    public bool IsTask(ITypeSymbol type) => _types.Tasks.Contains(type.OriginalDefinition);

    private static MemberDeed OfPureType(IMethodSymbol method, INamedTypeSymbol type)
    {
        string name = type.ContainingNamespace.ToDisplayString() + "." + type.Name + "." + (method.AssociatedSymbol?.Name ?? method.Name);
        if (Clocks.Contains(name))
            return MemberDeed.Pure with { ReadsState = true };
        if (Impure.Contains(name) || method.MethodKind is MethodKind.PropertySet)
            return MemberDeed.Unknown;
        if (WritesSpan(method, out int written))
            return MemberDeed.Pure with { WrittenParameter = written };
        return FillsArray(method) ? MemberDeed.Unknown : MemberDeed.Pure;
    }

    private static MemberDeed OfContainer(IMethodSymbol method)
    {
        if (IsGetter(method) || IsConstructor(method) || IsConversion(method))
            return MemberDeed.Pure;
        if (method.Name is "CopyTo" or "TryCopyTo" or "Copy" or "BlockCopy" or "ConstrainedCopy")
            return WritesSpan(method, out int written) ? MemberDeed.Pure with { WrittenParameter = written } : MemberDeed.Unknown;
        if (method.IsStatic && FirstArgumentWriters.Contains(method.Name))
            return MemberDeed.Pure with { WrittenParameter = 0 };
        if (!method.IsStatic && (method.MethodKind is MethodKind.PropertySet || ContainerWriters.Contains(method.Name)))
            return MemberDeed.Pure with { WritesReceiver = true };
        return ContainerReaders.Contains(method.Name) ? MemberDeed.Pure : MemberDeed.Unknown;
    }

    private static bool WritesSpan(IMethodSymbol method, out int written)
    {
        for (written = 0; written < method.Parameters.Length; written++)
        {
            var parameter = method.Parameters[written];
            if (parameter.Type is { Name: "Span" or "Memory" } || (Destinations.Contains(parameter.Name) && method.ReturnsVoid))
                return true;
        }

        return false;
    }

    /// <summary>An array behind other parameters is usually there to be filled: <c>Encoding.GetBytes(s, 0, n, bytes, 0)</c>.</summary>
    private static bool FillsArray(IMethodSymbol method) =>
        method.Parameters.Any(parameter => parameter is { Ordinal: > 0, IsParams: false, Type: IArrayTypeSymbol });

    private bool IsFrameworkException(INamedTypeSymbol type)
    {
        if (!type.Locations.IsEmpty && type.Locations[0].IsInSource)
            return false;
        for (var next = type; next is not null; next = next.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(next, _types.Exception))
                return true;
        }

        return false;
    }

    private static bool IsGetter(IMethodSymbol method) => method.MethodKind is MethodKind.PropertyGet;

    private static bool IsConstructor(IMethodSymbol method) => method.MethodKind is MethodKind.Constructor;

    private static bool IsConversion(IMethodSymbol method) => method.MethodKind is MethodKind.Conversion or MethodKind.UserDefinedOperator;

    private static ImmutableHashSet<string> Names(string list) =>
        list.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToImmutableHashSet();
}
