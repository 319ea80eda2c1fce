using System.Globalization;
using Microsoft.AspNetCore.Http;
using Pipeline.Traces;

namespace Pipeline.AspNetCore.Dashboard;

/// <summary>Reads what the page wants to be changed.</summary>
internal static class DashboardChange
{
    /// <returns>Null where it means nothing.</returns>
    public static WhatIf? Read(IQueryCollection query)
    {
        var change = new WhatIf();
        string callee = $"{query["callee"]}";
        if (query.ContainsKey("factor"))
        {
            double factor = Number(query["factor"]);
            if (factor is not (>= 0.01 and <= 1000))
                return null;
            change.Faster(callee, factor);
        }

        if (query.ContainsKey("hits"))
        {
            double rate = Number(query["hits"]);
            if (rate is not (>= 0 and <= 1))
                return null;
            change.Cached(callee, rate);
        }

        if (query.ContainsKey("slots"))
        {
            double count = Number(query["slots"]);
            if (count is not (>= 1 and <= 100_000))
                return null;
            change.WithSlots(callee.Split('/')[0], (int)count);
        }

        foreach (string? free in query["withoutQueue"])
            change.WithoutQueue(free ?? "");
        foreach (string? caller in query["together"])
            change.Together(caller ?? "");
        if (query.ContainsKey("first") || query.ContainsKey("second"))
        {
            var (caller, first, second) = ($"{query["caller"]}", $"{query["first"]}", $"{query["second"]}");
            if (caller is "" || first is "" || second is "")
                return null;
            change.Together(caller, first, second);
        }

        return change;
    }

    private static double Number(string? text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? number : double.NaN;
}
