using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Pipeline.Analyzers.Library;

/// <summary>The framework's types whose members the inference understands, by what their members do.</summary>
internal sealed class KnownTypes(Compilation compilation)
{
    /// <summary>Immutable values and plain functions: nothing on them writes, but for what <see cref="KnownMembers"/> excepts.</summary>
    public ImmutableHashSet<ISymbol> Pure { get; } = Resolve(
        compilation,
        """
        System.Object System.ValueType System.Boolean System.Char System.String System.SByte System.Byte System.Int16 System.UInt16
        System.Int32 System.UInt32 System.Int64 System.UInt64 System.Int128 System.UInt128 System.IntPtr System.UIntPtr System.Half
        System.Single System.Double System.Decimal System.Enum System.Nullable System.Nullable`1 System.Math System.MathF
        System.BitConverter System.Convert System.DateTime System.DateTimeOffset System.DateOnly System.TimeOnly System.TimeSpan
        System.Guid System.Index System.Range System.Uri System.Version System.Type System.Tuple System.StringComparer
        System.FormattableString System.HashCode System.ArgumentNullException System.ArgumentOutOfRangeException
        System.ArgumentException System.ObjectDisposedException System.Threading.CancellationToken
        System.Collections.Generic.KeyValuePair System.Collections.Generic.KeyValuePair`2 System.Collections.Generic.Comparer`1
        System.Collections.Generic.EqualityComparer`1 System.Globalization.CultureInfo System.Globalization.CompareInfo
        System.IO.Path System.Linq.Enumerable System.Linq.ParallelEnumerable System.Numerics.BigInteger System.Numerics.BitOperations
        System.Numerics.Complex System.Numerics.Vector System.Numerics.Vector2 System.Numerics.Vector3 System.Numerics.Vector4
        System.Numerics.Matrix3x2 System.Numerics.Matrix4x4 System.Numerics.Quaternion System.Numerics.Plane
        System.Numerics.Tensors.TensorPrimitives System.Security.Cryptography.MD5 System.Security.Cryptography.SHA1
        System.Security.Cryptography.SHA256 System.Security.Cryptography.SHA384 System.Security.Cryptography.SHA512
        System.Text.Encoding System.Text.Rune System.Text.RegularExpressions.Regex System.Text.RegularExpressions.Match
        System.Text.RegularExpressions.MatchCollection System.Text.RegularExpressions.Group
        System.Text.RegularExpressions.GroupCollection System.Text.RegularExpressions.Capture
        System.Runtime.CompilerServices.DefaultInterpolatedStringHandler
        System.Collections.Immutable.ImmutableArray System.Collections.Immutable.ImmutableArray`1
        System.Collections.Immutable.ImmutableList System.Collections.Immutable.ImmutableList`1
        System.Collections.Immutable.ImmutableDictionary System.Collections.Immutable.ImmutableDictionary`2
        System.Collections.Immutable.ImmutableHashSet System.Collections.Immutable.ImmutableHashSet`1
        System.Collections.Immutable.ImmutableSortedDictionary`2 System.Collections.Immutable.ImmutableSortedSet`1
        System.Collections.Frozen.FrozenDictionary System.Collections.Frozen.FrozenDictionary`2
        System.Collections.Frozen.FrozenSet System.Collections.Frozen.FrozenSet`1
        Pipeline.Outcome Pipeline.Outcome`1
        """);

    /// <summary>Containers: their readers and their writers go by name.</summary>
    public ImmutableHashSet<ISymbol> Containers { get; } = Resolve(
        compilation,
        """
        System.Array System.Span`1 System.ReadOnlySpan`1 System.Memory`1 System.ReadOnlyMemory`1 System.MemoryExtensions
        System.ArraySegment`1 System.Buffer System.Text.StringBuilder
        System.Collections.IEnumerable System.Collections.ICollection System.Collections.IList System.Collections.IEnumerator
        System.Collections.Generic.IEnumerable`1 System.Collections.Generic.IEnumerator`1
        System.Collections.Generic.ICollection`1 System.Collections.Generic.IList`1 System.Collections.Generic.ISet`1
        System.Collections.Generic.IDictionary`2 System.Collections.Generic.IReadOnlyCollection`1
        System.Collections.Generic.IReadOnlyList`1 System.Collections.Generic.IReadOnlySet`1
        System.Collections.Generic.IReadOnlyDictionary`2 System.Collections.Generic.CollectionExtensions
        System.Collections.Generic.List`1 System.Collections.Generic.Dictionary`2 System.Collections.Generic.HashSet`1
        System.Collections.Generic.SortedDictionary`2 System.Collections.Generic.SortedList`2
        System.Collections.Generic.SortedSet`1 System.Collections.Generic.LinkedList`1 System.Collections.Generic.LinkedListNode`1
        System.Collections.Generic.Queue`1 System.Collections.Generic.Stack`1 System.Collections.Generic.PriorityQueue`2
        System.Collections.ObjectModel.Collection`1 System.Collections.ObjectModel.ReadOnlyCollection`1 System.Collections.BitArray
        System.Linq.IGrouping`2 System.Linq.ILookup`2 System.Linq.Lookup`2 System.Linq.IOrderedEnumerable`1
        """);

    /// <summary>Tasks and what joins them: what runs inside is seen where it is started.</summary>
    public ImmutableHashSet<ISymbol> Tasks { get; } = Resolve(
        compilation,
        """
        System.Threading.Tasks.Task System.Threading.Tasks.Task`1 System.Threading.Tasks.ValueTask System.Threading.Tasks.ValueTask`1
        System.Runtime.CompilerServices.TaskAwaiter System.Runtime.CompilerServices.TaskAwaiter`1
        System.Runtime.CompilerServices.YieldAwaitable System.Runtime.CompilerServices.ConfiguredTaskAwaitable
        System.Runtime.CompilerServices.ConfiguredTaskAwaitable`1 System.Runtime.CompilerServices.ConfiguredValueTaskAwaitable
        System.Runtime.CompilerServices.ConfiguredValueTaskAwaitable`1
        System.Threading.Tasks.Parallel System.Threading.Tasks.ParallelOptions System.Threading.Tasks.TaskAsyncEnumerableExtensions
        Pipeline.Gather
        """);

    /// <summary>The base of all exceptions: making one and reading it changes nothing.</summary>
    public INamedTypeSymbol? Exception { get; } = compilation.GetTypeByMetadataName("System.Exception");

    private static ImmutableHashSet<ISymbol> Resolve(Compilation compilation, string names) => names
        .Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)
        .Select(compilation.GetTypeByMetadataName)
        .OfType<ISymbol>()
        .ToImmutableHashSet(SymbolEqualityComparer.Default);
}
