namespace Pipeline.Tool.Dependences;

/// <summary>A piece of code that runs once, if at all, for a run of its API: the API's own, a method's, a local function's.</summary>
/// <param name="Sites">Its calls, in the order in which they begin.</param>
/// <param name="Order">Which of its own calls of services wait for which.</param>
/// <param name="Ambiguity">Why its calls cannot be told apart; null where they can.</param>
internal sealed record CallRegion(IReadOnlyList<CallSite> Sites, CallOrder Order, string? Ambiguity)
{
    /// <summary>All calls of services, those of the methods that it calls in their places.</summary>
    public IReadOnlyList<RegionCall> Calls => field ??= [.. Sites.SelectMany(site => site is HelperCall helper
        ? helper.Region.Calls.Select(call => call with { Path = [helper, .. call.Path] })
        : [new RegionCall((PlacedCall)site, this, [site])])];

    /// <summary>Why one call needs another; null where it does not, or runs beside it as written.</summary>
    /// <param name="earlier">The one that begins first.</param>
    /// <param name="later">The other.</param>
    /// <param name="place">The place of the earlier one.</param>
    public static CallNeed? Need(RegionCall earlier, RegionCall later, int place)
    {
        int fork = earlier.Path.Zip(later.Path).TakeWhile(static pair => pair.First == pair.Second).Count();
        var (before, after) = (earlier.Path[fork], later.Path[fork]);
        if (before is PlacedCall one && after is PlacedCall other)
            return earlier.Region.Order.Need(one, other, place);
        if (before.RunsBeside(after) || !CallOrder.IsOver(before, after))
            return null;
        return new(place, $"'{(after as HelperCall ?? (HelperCall)before).Name}' makes one of the two calls, and is called in this order");
    }
}

/// <summary>A call of a service, somewhere in what an API runs.</summary>
/// <param name="Call">The call.</param>
/// <param name="Region">The piece of code it stands in.</param>
/// <param name="Path">The calls through which the API comes to it, and itself.</param>
internal sealed record RegionCall(PlacedCall Call, CallRegion Region, IReadOnlyList<CallSite> Path);
