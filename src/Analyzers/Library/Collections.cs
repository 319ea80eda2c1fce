namespace Pipeline.Analyzers.Library;

/// <summary>The framework's collections, and LINQ over them.</summary>
internal static class Collections
{
    private const string Docs = "https://learn.microsoft.com/dotnet/api/";

    /// <summary>What walks over items, or looks one up.</summary>
    private const string Readers =
        """
        Aggregate AsReadOnly BinarySearch Contains ContainsAny ContainsAnyExcept ContainsKey ContainsValue Count Empty EndsWith Equals Exists
        Find FindIndex FindLast FindLastIndex ForEach GetEnumerator GetHashCode GetLength GetLowerBound GetType GetUpperBound GetValue
        GetValueOrDefault IndexOf IndexOfAny IndexOfAnyExcept IsProperSubsetOf IsProperSupersetOf IsSubsetOf IsSupersetOf IsWhiteSpace
        LastIndexOf LastIndexOfAny Overlaps Peek SequenceCompareTo SequenceEqual SetEquals StartsWith ToString TrueForAll CommonPrefixLength
        TryGetNonEnumeratedCount TryGetValue TryPeek CopyTo TryCopyTo op_Implicit op_Explicit op_Equality op_Inequality GetAlternateLookup TryGetAlternateLookup
        """;

    private const string Writers =
        """
        Add AddAfter AddBefore AddFirst AddLast AddRange Append AppendFormat AppendJoin AppendLine Clear Dequeue Enqueue
        EnqueueRange EnsureCapacity ExceptWith Fill Insert InsertRange IntersectWith Pop Push Remove RemoveAll RemoveAt RemoveFirst
        RemoveLast RemoveRange RemoveWhere Replace Reverse Set SetAll SetValue Sort SymmetricExceptWith TrimExcess TryAdd TryDequeue TryPop
        UnionWith DequeueEnqueue EnqueueDequeue And Or Xor LeftShift RightShift
        """;

    private const LibraryTraits Container = LibraryTraits.Container | LibraryTraits.Plain | LibraryTraits.Settable;

    public static readonly LibraryEntry[] Entries =
    [
        new(
            """
            System.Collections.ICollection System.Collections.IList System.Collections.IDictionary System.Collections.Generic.ICollection`1
            System.Collections.Generic.IList`1 System.Collections.Generic.ISet`1 System.Collections.Generic.IDictionary`2
            System.Collections.Generic.IReadOnlyCollection`1 System.Collections.Generic.IReadOnlyList`1
            System.Collections.Generic.IReadOnlySet`1 System.Collections.Generic.IReadOnlyDictionary`2
            System.Collections.Generic.CollectionExtensions System.Collections.Generic.List`1 System.Collections.Generic.Dictionary`2
            System.Collections.Generic.Dictionary`2+KeyCollection System.Collections.Generic.Dictionary`2+ValueCollection
            System.Collections.Generic.HashSet`1 System.Collections.Generic.SortedDictionary`2
            System.Collections.Generic.SortedDictionary`2+KeyCollection System.Collections.Generic.SortedDictionary`2+ValueCollection
            System.Collections.Generic.OrderedDictionary`2 System.Collections.Generic.SortedList`2 System.Collections.Generic.SortedSet`1
            System.Collections.Generic.LinkedList`1 System.Collections.Generic.LinkedListNode`1 System.Collections.Generic.Queue`1
            System.Collections.Generic.Stack`1 System.Collections.Generic.PriorityQueue`2 System.Collections.Generic.PriorityQueue`2+UnorderedItemsCollection
            System.Collections.ObjectModel.ReadOnlyDictionary`2 System.Collections.BitArray System.Linq.IGrouping`2 System.Linq.ILookup`2
            System.Linq.Lookup`2 System.Text.StringBuilder
            """,
            Docs + "system.collections.generic")
        {
            Traits = Container,
            Pure = Readers,
            Changes = Writers,
            Fresh = "GetEnumerator GetRange FindAll ConvertAll ToArray Clone new Slice",
            Views = "AsReadOnly",
        },
        new("System.Collections.ObjectModel.Collection`1 System.Collections.ObjectModel.ReadOnlyCollection`1 System.ArraySegment`1",
            Docs + "system.collections.objectmodel.collection-1")
        {
            Traits = Container | LibraryTraits.View,
            Pure = Readers,
            Changes = Writers,
            Fresh = "GetEnumerator ToArray",
            Views = "Slice",
        },
        new("System.Array System.MemoryExtensions System.Buffer", Docs + "system.array")
        {
            Traits = Container,
            Pure = Readers + " Copy ConstrainedCopy BlockCopy Clear Fill Reverse Sort Resize Replace ConvertAll FindAll ToArray Length ByteLength Split SplitAny EnumerateRunes EnumerateLines CompareTo ToUpperInvariant ToLowerInvariant",
            Changes = "SetValue Initialize",
            Fresh = "Clone ToArray Empty ConvertAll FindAll",
            Views = "AsSpan AsMemory AsReadOnly Trim TrimEnd TrimStart Split SplitAny",
        },
        new("System.Span`1 System.ReadOnlySpan`1 System.Memory`1 System.ReadOnlyMemory`1", Docs + "system.span-1")
        {
            Traits = Container | LibraryTraits.View,
            Pure = Readers + " Length IsEmpty",
            Changes = "Clear Fill",
            Fresh = "ToArray GetEnumerator",
            Views = "Slice Span",
            Not = "new(Void*) new(T&) Pin GetPinnableReference",
        },
        new("System.Collections.IEnumerable System.Collections.Generic.IEnumerable`1 System.Linq.IOrderedEnumerable`1",
            Docs + "system.collections.generic.ienumerable-1")
        {
            Traits = LibraryTraits.Lazy,
            Pure = "GetEnumerator",
            Fresh = "GetEnumerator",
        },
        new("System.Linq.IQueryable System.Linq.IQueryable`1 System.Collections.Generic.IAsyncEnumerable`1",
            Docs + "system.linq.iqueryable-1") { Not = "*" },
        new(
            """
            System.Collections.IEnumerator System.Collections.Generic.IEnumerator`1 System.Collections.IDictionaryEnumerator
            System.Collections.Generic.List`1+Enumerator System.Collections.Generic.Dictionary`2+Enumerator
            System.Collections.Generic.HashSet`1+Enumerator System.Collections.Generic.Queue`1+Enumerator System.Collections.Generic.Stack`1+Enumerator
            System.Collections.Generic.SortedSet`1+Enumerator System.Collections.Generic.LinkedList`1+Enumerator System.Span`1+Enumerator
            System.ReadOnlySpan`1+Enumerator System.CharEnumerator
            """,
            Docs + "system.collections.ienumerator.movenext") { Traits = LibraryTraits.OneAtATime | LibraryTraits.Plain,
            Moves = "MoveNext Reset Dispose" },
        new("System.Linq.Enumerable", Docs + "system.linq.enumerable")
        {
            Traits = LibraryTraits.Plain,
            Pure = "*",
            Fresh = "ToArray ToList ToDictionary ToHashSet ToLookup Range Repeat Empty",
            Views =
                "AsEnumerable Where OrderBy OrderByDescending ThenBy ThenByDescending Order OrderDescending Skip SkipLast " +
                "SkipWhile Take TakeLast TakeWhile Distinct DistinctBy Reverse Cast OfType DefaultIfEmpty GroupBy Chunk Shuffle",
        },
        new("System.Linq.ParallelEnumerable System.Linq.ParallelQuery`1 System.Linq.OrderedParallelQuery`1",
            Docs + "system.linq.parallelenumerable")
        {
            Traits = LibraryTraits.Container | LibraryTraits.Plain,
            Pure = "*",
            Fresh = "ToArray ToList ToDictionary",
        },
        new("System.Collections.Immutable.ImmutableList`1+Builder System.Collections.Immutable.ImmutableArray`1+Builder System.Collections.Immutable.ImmutableDictionary`2+Builder System.Collections.Immutable.ImmutableHashSet`1+Builder", Docs + "system.collections.immutable.immutablelist-1.builder")
        {
            Traits = Container,
            Pure = Readers + " ToImmutable",
            Changes = Writers + " DrainToImmutable MoveToImmutable",
        },
    ];
}
