using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Pipeline.AspNetCore.Validation;
using Pipeline.Transports;

namespace Pipeline.AspNetCore.Binding;

/// <summary>An argument that is a stream of items: the lines of the body, or an array among other arguments.</summary>
internal sealed class StreamArgument<TArgs, TItem>(
    StreamParameter<TArgs, TItem> parameter, string name, JsonSerializerOptions json, ValueValidator validator)
    : ValueArgument<TArgs, IAsyncEnumerable<TItem>>(parameter, name, json, validator)
    where TArgs : struct
{
    private readonly StreamParameter<TArgs, TItem> _parameter = parameter;
    private readonly JsonTypeInfo<TItem> _item = (JsonTypeInfo<TItem>)json.GetTypeInfo(typeof(TItem));

    public override void SetItems(RequestItems items, ref TArgs args) => _parameter.Set(ref args, items.ReadAsync(_item, Name));
}
