namespace Pipeline.Analyzers.Tests.Effects.Oracle;

/// <summary>What the random bodies are made of.</summary>
internal static class EffectTemplates
{
    /// <summary>Expressions by kind: i int, L list of numbers, A array, S object, LS list of objects, M dictionary, B object with parts, X bytes.</summary>
    public static readonly Dictionary<string, string[]> Expressions = new()
    {
        ["i"] =
        [
            "1", "k", "{L}.Count", "{A}.Length", "{S}.Hits", "{A}[0]", "{L}.Sum()", "{LS}.Sum(s => s.Hits)", "{LS}.Count(s => s.Hits > {i})", "_n", "Globals.Count",
            "Math.Max({i}, {i})", "{M}.GetValueOrDefault(\"a\")", "Helper.Sum({L})", "Interlocked.Increment(ref _n)", "Volatile.Read(ref _n)", "new Random({i}).Next(9)",
            "_random.Next(9)", "Random.Shared.Next(9)", "_queue.Peek()", "_queue.Dequeue()", "_stack.Pop()", "_set.Add({i}) ? 1 : 2", "new StringReader(\"ab\").Read()",
            "_reader.Read()", "_stream.ReadByte()", "new MemoryStream({X}).ReadByte()", "{LS}.Max(s => s.Hits = {i})", "({S}, {i}).Item2", "_concurrent.GetOrAdd(\"x\", {i})",
            "_concurrent.GetValueOrDefault(\"a\")", "_counting.Sum()", "Helper.Bump(ref _n)", "Helper.Peek(ref _n)", "_point.X", "_point.Moved()", "{A}.AsSpan().IndexOf({i})",
            "_at.MoveNext() ? 1 : 2", "_next()", "_text.Length", "_text.Append('x').Length", "new StringBuilder().Append({i}).Length", "{B}.Stats.Hits", "_node.Value",
            "Array.BinarySearch({A}, {i})", "_immutable.Add({i}).Count", "(_n = {i})", "_n++", "Globals.Next()", "Globals.Current()", "_loud.Value", "_quiet.Value",
            "$\"{_loud}\".Length", "_virtual.Step({i})", "_interface.Step({i})", "Convert.ToInt32({i})", "Environment.ProcessorCount > 0 ? {i} : 0",
        ],
        ["L"] =
        [
            "_list", "new List<int>()", "Globals.List", "a.Numbers", "new List<int>({L})", "{L}.ToList()", "{A}.ToList()", "Helper.Same({L})", "Helper.Copy({L})",
            "(k > 0 ? {L} : {L})", "new List<List<int>> { {L} }[0]", "({L}, 1).Item1", "new Holder(){ Items = {L} }.Items", "new Holder().Items", "{L}.Where(x => x > 0).ToList()",
            "new Dictionary<int, List<int>> { [1] = {L} }[1]", "_byName[\"a\"]", "{L}.GetRange(0, 0)", "(a.Numbers ?? {L})", "_lazy.Value",
        ],
        ["A"] =
        [
            "_array", "new int[3]", "Globals.Array", "a.Marks", "{L}.ToArray()", "(int[]){A}.Clone()", "new[] { {i}, {i} }", "Helper.SameArray({A})", "new[] { {A} }[0]", "{A}.ToArray()",
            "_segment.Array!", "_rows[0]", "{A}.Select(x => x + 1).ToArray()", "Array.ConvertAll({A}, x => x)",
        ],
        ["S"] =
        [
            "_stats", "new Stats()", "a.Stats", "Globals.Shared", "{LS}[0]", "{LS}.First()", "({LS}.Find(s => s.Hits > 100) ?? new Stats())", "Helper.SameStats({S})", "Helper.NewStats()",
            "new Box { Stats = {S} }.Stats", "new Box().Stats", "({S}, 1).Item1", "_byId[\"a\"]", "new[] { {S} }[0]", "{LS}.OrderBy(s => s.Hits).First()", "{LS}.Where(s => true).ToList()[0]",
            "{LS}.Select(s => s).First()", "{LS}.Select(s => new Stats()).First()", "{B}.Stats", "{B}.All[0]", "new Keeper({S}).Kept", "new Dictionary<int, Stats> { [1] = {S} }[1]", "{LS}.MaxBy(s => s.Hits)!",
            "_slots.First()", "{LS}.ToArray()[0]", "{LS}.GroupBy(s => s.Hits).First().First()", "_loading.Result",
        ],
        ["LS"] =
        [
            "_all", "new List<Stats> { new() }", "a.All", "{LS}.ToList()", "new List<Stats>({LS})", "new List<Stats> { {S} }", "Helper.SameAll({LS})", "{B}.All", "{LS}.Where(s => s.Hits >= 0).ToList()",
        ],
        ["M"] = ["_map", "new Dictionary<string, int>()", "a.Points", "new Dictionary<string, int>({M})", "Globals.Map"],
        ["B"] = ["_box", "new Box()", "a.Box", "new Box { Stats = {S} }", "new Box { All = {LS} }", "Helper.Wrap({S})", "Helper.SameBox({B})", "{B}.Copy()"],
        ["X"] = ["_bytes", "new byte[4]", "a.Bytes", "_bytes.ToArray()"],
    };

    public static readonly string[] Statements =
    [
        "n += {i};", "n += {i};", "{S}.Hits = {i};", "{S}.Hits++;", "{L}.Add({i});", "{L}.Clear();", "{L}.Sort();", "{A}[0] = {i};", "Array.Sort({A});", "Array.Sort({A}, {A});", "Array.Reverse({A});",
        "{A}.AsSpan().Fill({i});", "{A}.AsSpan().CopyTo({A});", "foreach (var # in {LS}) #.Hits = {i};", "foreach (var # in {LS}) n += #.Hits;", "foreach (var # in {L}) n += #;",
        "foreach (ref var # in {A}.AsSpan()) # = {i};", "{LS}.ForEach(# => #.Hits++);", "{LS}.ForEach(# => n += #.Hits);", "if ({S} is { Hits: var #h } #) #.Hits = #h + 1;", "if ((object){S} is Stats #) #.Hits = {i};",
        "switch ((object){S}) { case Stats #: #.Hits = {i}; break; }", "var (#, #b) = ({S}, {L}); #.Hits = {i}; #b.Add({i});", "ref var # = ref {A}[0]; # = {i};", "ref int # = ref _n; # = {i};", "int #o = 0; ref int # = ref #o; # = {i};",
        "Helper.Fill({L}, {i});", "Helper.Touch({S});", "Helper.TouchAll({LS});", "n += Helper.Bump(ref _n);", "{ int # = {i}; n += Helper.Bump(ref #); }", "int.TryParse(\"3\", out _n);", "int.TryParse(\"3\", out {A}[0]);", "int.TryParse(\"3\", out var #);",
        "if (_byId.TryGetValue(\"a\", out var #)) #.Hits = {i};", "if (_byId.TryGetValue(\"a\", out var #)) n += #.Hits;", "Func<int> # = () => {i}; n += #();", "void #(Stats s) => s.Hits = {i}; #({S});", "int #(Stats s) => s.Hits; n += #({S});",
        "{M}[\"a\"] = {i};", "{M}.Remove(\"a\");", "{M}.TryAdd(\"z\", {i});", "Globals.Count = {i};", "_n += {i};", "(_n, n) = (n, _n);", "(_array, _list) = ({A}, {L});", "using (var # = new MemoryStream()) { #.WriteByte(1); n += (int)#.Length; }",
        "using (var # = new MemoryStream({X})) { #.WriteByte(7); }", "using (var # = new StringWriter(_text)) { #.Write(1); }", "using (var # = new StringWriter()) { #.Write({i}); n += #.ToString().Length; }", "using (var # = new Scope()) { n++; }", "using (var # = new LoudScope()) { n++; }",
        "{B}.Stats = {S};", "{B}.All.Add({S});", "{B}.Stats.Hits = {i};", "{B}.Raise();", "var # = new Tally(); foreach (var #x in {L}) #.Add(#x); n += #.Sum;", "var # = new Writer({A}); #.Put({i});", "var # = new Writer({A}); n += #.First;", "_point.Move({i});",
        "var # = _point; #.Move({i}); n += #.X;", "var # = _ring; #.Items[0] = {i};", "_points[0].Move({i});", "Interlocked.Add(ref _n, {i});", "Volatile.Write(ref _n, {i});", "_queue.Enqueue({i});", "_concurrent[\"b\"] = {i};", "new Order(_list).Items.Add({i});", "_slots[0] = {i};",
        "_changed?.Invoke({i});", "_event += () => n++;", "Parallel.For(0, 2, # => { lock (_gate) n += #; });", "try { n += {i}; } finally { n++; }", "try { throw new InvalidOperationException(); } catch (InvalidOperationException) { {S}.Hits = {i}; }",
        "for (int # = 0; # < 2; #++) {A}[#] += {i};", "if (k > 0) { {S}.Hits = {i}; } else { n += {i}; }", "n += {S} switch { { Hits: > 5 } # => #.Hits, _ => 0 };", "_ = {S} switch { { } # => #.Hits = {i}, _ => 0 };", "(k > 0 ? ref _n : ref _m) = {i};",
        "var # = {LS}.Select(s => { s.Hits++; return s.Hits; }); n += #.Count();", "var # = {LS}.Where(s => s.Hits > 0).Select(s => s.Hits).ToList(); #.Add({i}); n += #.Count;", "var # = {L}.ToDictionary(x => x % 7 + n++); n += #.Count;", "CollectionsMarshal.AsSpan({L})[0] = {i};",
        "MemoryMarshal.Cast<int, byte>({A}.AsSpan())[0] = 1;", "new Span<int>({A})[0] = {i};", "new ArraySegment<int>({A}, 0, 1)[0] = {i};", "IList<int> # = {A}; #[0] = {i};", "{ Memory<int> # = {A}; #.Span[0] = {i}; }", "_immutable = _immutable.Add({i});", "_memo ??= \"x\"; n += _memo.Length;",
        "Buffer.BlockCopy({X}, 0, {X}, 0, 1);", "_linked.AddLast({i});", "_node.Value = {i};", "n += Spread([.. {L}]);", "n += Spread({A});",
    ];
}
