namespace Pipeline.Calls;

/// <summary>Runs the filters of an API around its calls.</summary>
/// <param name="filters">The filters, the outermost first.</param>
internal sealed class FilterStage(IReadOnlyList<ICallFilter> filters) : WrappingStage
{
    /// <inheritdoc/>
    public override ValueTask InvokeAsync(Call call, int rest) => new Passage(filters, call, rest).RunAsync();

    /// <inheritdoc/>
    public override Exception CreatePendingException() => new InvalidOperationException(
        $"A filter ({string.Join(", ", filters.Select(static filter => filter.GetType().Name))}) did not complete within a call on the "
        + "sync view, whose thread runs the body: let the filter complete synchronously, or call the API through ToAsync.");

    private sealed class Passage(IReadOnlyList<ICallFilter> filters, Call call, int rest)
    {
        private int _next;

        public ValueTask RunAsync() => NextAsync(new(call), 0);

        private ValueTask NextAsync(CallFilterContext context, int place)
        {
            if (_next != place)
                throw new InvalidOperationException($"{filters[place - 1].GetType().Name} called next more than once.");

            _next++;
            return place == filters.Count
                ? call.PassAsync(rest)
                : filters[place].InvokeAsync(context, context => NextAsync(context, place + 1));
        }
    }
}
