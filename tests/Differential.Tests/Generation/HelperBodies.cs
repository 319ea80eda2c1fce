namespace Pipeline.Differential.Generation;

/// <summary>
/// Bodies of services that read and write in every way the language and the framework have. Some say plainly what they do, most of the
/// writes reach their object through an alias or a library.
/// </summary>
internal static class HelperBodies
{
    private static readonly string[] OfNumber =
    [
        // Computes, or asks others.
        "{ await Task.CompletedTask; return x * _factor; }",
        "=> await model.ToAsync.Predict(x, ct) + _factor;",
        "=> (await catalog.ToAsync.Find(x, ct)).Id;",
        "{ var found = await catalog.ToAsync.Find(x, ct); return await model.ToAsync.Score(found, ct); }",
        "{ try { return await ledger.ToAsync.Apply(x, ct); } catch (TimeoutException) { return -1; } }",
        "{ var sum = 0; foreach (var item in _table) sum += item; return sum + await model.ToAsync.Predict(x, ct); }",
        "{ var scratch = new int[3]; scratch[1] = x; return await model.ToAsync.Blend(scratch, 2, ct); }",
        "{ var local = x; Action bump = () => local++; bump(); return await model.ToAsync.Predict(local, ct); }",
        "{ int[] own = [3, x, 1]; Array.Sort(own); return await model.ToAsync.Predict(own[0], ct); }",
        "{ var own = new List<int> { x, 2 }; own.Sort(); return await model.ToAsync.Total(own, ct); }",

        // Asks a service that has little room.
        "=> await gpu.ToAsync.Render(x, ct);",
        "=> await press.ToAsync.Estimate(x, ct) + await model.ToAsync.Predict(x, ct);",

        // Reads what others write.
        "=> await model.ToAsync.Predict(x, ct) + _count;",
        "=> await model.ToAsync.Predict(x, ct) + _table[0];",
        "=> await model.ToAsync.Predict(x, ct) + s_shared;",
        "=> await model.ToAsync.Predict(x, ct) + _seen.Count;",
        "=> await model.ToAsync.Predict(x, ct) + Level;",
        "=> await model.ToAsync.Predict(x, ct) + _tallies[0].Hits + _counts.Count + _queue.Count;",

        // Writes.
        "{ var n = await model.ToAsync.Predict(x, ct); _count += n; return n; }",
        "{ _count++; return await model.ToAsync.Predict(x, ct); }",
        "{ Touch(); return await model.ToAsync.Predict(x, ct); }",
        "{ _table[0] = x; return await model.ToAsync.Predict(x, ct); }",
        "{ s_shared += x; return await model.ToAsync.Predict(x, ct); }",
        "{ Action bump = () => _count++; bump(); return await model.ToAsync.Predict(x, ct); }",
        "{ _seen.Add(x); return await model.ToAsync.Predict(x, ct); }",
        "{ Level = x; return await model.ToAsync.Predict(x, ct); }",
        "{ void Bump() => _count += 2; Bump(); return await model.ToAsync.Predict(x, ct); }",
        "=> await ledger.ToAsync.GetNext(x, ct);",
        "{ await ledger.ToAsync.Post(x, ct); return x; }",

        // Writes through an alias.
        "{ ref var slot = ref _table[1]; slot = x; return await model.ToAsync.Predict(x, ct); }",
        "{ var alias = _table; alias[2]++; return await model.ToAsync.Predict(x, ct); }",
        "{ foreach (var tally in _tallies) tally.Hits++; return await model.ToAsync.Predict(x, ct); }",
        "{ if (_tallies[0] is { } tally) tally.Hits += x; return await model.ToAsync.Predict(x, ct); }",
        "{ if (!_byId.TryGetValue(x, out var tally)) return -1; tally.Hits++; return await model.ToAsync.Predict(tally.Hits, ct); }",
        "{ Array.ForEach(_tallies, tally => tally.Hits++); return await model.ToAsync.Predict(x, ct); }",
        "{ _byId.Values.First(tally => tally.Hits < 100).Hits++; return await model.ToAsync.Predict(x, ct); }",
        "{ At(1) = x; return await model.ToAsync.Predict(x, ct); }",
        "{ First += x; return await model.ToAsync.Predict(x, ct); }",
        "{ (x > 2 ? ref _count : ref _other) = x; return await model.ToAsync.Predict(x, ct); }",
        "{ _table.AsSpan()[1] = x; return await model.ToAsync.Predict(x, ct); }",
        "{ _four[0] += x; return await model.ToAsync.Predict(_four[0], ct); }",
        "{ unsafe { fixed (int* slot = _table) slot[2] = x; } return await model.ToAsync.Predict(x, ct); }",
        "{ OnAsked(x); return await model.ToAsync.Predict(x, ct); }",
        "{ Asked?.Invoke(x); return await model.ToAsync.Predict(x, ct); }",
        "{ Raise(ref _count); return await model.ToAsync.Predict(x, ct); }",
        "=> await (_memo ??= model.ToAsync.Predict(x, ct));",

        // Writes through a library.
        "{ Interlocked.Increment(ref _count); return await model.ToAsync.Predict(x, ct); }",
        "=> await model.ToAsync.Predict(Interlocked.Exchange(ref _count, x), ct);",
        "{ Volatile.Write(ref _other, x); return await model.ToAsync.Predict(x, ct); }",
        "{ Array.Sort(_keys, _table); return await model.ToAsync.Predict(_table[0], ct); }",
        "{ _table.AsSpan().Reverse(); return await model.ToAsync.Predict(_table[0], ct); }",
        "{ _seen.Sort(); return await model.ToAsync.Predict(_seen[0], ct); }",
        "{ System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_seen)[0] = x; return await model.ToAsync.Predict(x, ct); }",
        "{ System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(_counts, x, out _)++; return await model.ToAsync.Predict(x, ct); }",
        "{ _counts.TryAdd(x, x); return await model.ToAsync.Predict(x, ct); }",
        "{ _queue.Enqueue(x); return await model.ToAsync.Predict(x, ct); }",
        "=> await model.ToAsync.Predict(_queue.TryDequeue(out var next) ? next : x, ct);",
        "=> await model.ToAsync.Predict(_shared.AddOrUpdate(1, x, static (_, n) => n + 1), ct);",
        "=> await model.ToAsync.Predict(_shared.GetOrAdd(x, _shared.Count), ct);",
        "=> await model.ToAsync.Predict(_random.Next(9), ct);",
        "=> await model.ToAsync.Predict(_numbers.MoveNext() ? _numbers.Current : x, ct);",
        "{ _text.Append(x); return await model.ToAsync.Predict(_text.Length, ct); }",
        "{ var sum = 0; foreach (var n in Counted()) sum += n; return await model.ToAsync.Predict(sum, ct); }",
        "{ Ambient.Current += x; return await ledger.ToAsync.Apply(x, ct); }",
        "=> await catalog.ToAsync.Frobnicate(x, ct);",
    ];

    private static readonly string[] OfObject =
    [
        // Reads.
        "=> await model.ToAsync.Inspect(box, ct) + box.Value;",
        "{ var sum = 0; foreach (var item in box.Items) sum += item; return sum + await model.ToAsync.Predict(sum, ct); }",
        "=> await model.ToAsync.Predict(box.Items.Count, ct);",

        // Writes.
        "{ box.Value++; return await model.ToAsync.Predict(box.Value, ct); }",
        "{ var n = await model.ToAsync.Inspect(box, ct); box.Note = $\"n{n}\"; return n; }",
        "{ box.Items.Add(1); return await model.ToAsync.Predict(1, ct); }",
        "{ box.Items.Sort(); return await model.ToAsync.Predict(1, ct); }",
        "{ Mark(box); return await model.ToAsync.Predict(1, ct); }",
        "{ var alias = box; alias.Value = 7; return await model.ToAsync.Predict(1, ct); }",
        "{ if (box is { } same) same.Value++; return await model.ToAsync.Predict(1, ct); }",
        "{ foreach (ref var item in System.Runtime.InteropServices.CollectionsMarshal.AsSpan(box.Items)) item++; return await model.ToAsync.Predict(1, ct); }",
        "{ box.Items.ForEach(_ => box.Value++); return await model.ToAsync.Predict(1, ct); }",
        "{ Box[] all = [box]; foreach (var one in all) one.Value += 2; return await model.ToAsync.Predict(1, ct); }",
        "=> await ledger.ToAsync.Enrich(box, ct);",
    ];

    /// <summary>The bodies of APIs with such a parameter.</summary>
    public static IReadOnlyList<string> Of(string parameter) => parameter == "int" ? OfNumber : OfObject;
}
