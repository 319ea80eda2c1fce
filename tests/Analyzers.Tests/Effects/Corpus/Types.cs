// What the bodies of the corpus work on. Data: compiled by EffectCorpusTests, not by the project.
global using Pipeline;
global using System.Buffers;
global using System.Collections;
global using System.Collections.Concurrent;
global using System.Collections.Frozen;
global using System.Collections.Immutable;
global using System.Data;
global using System.Data.Common;
global using System.Diagnostics;
global using System.Globalization;
global using System.IO;
global using System.Net.Http;
global using System.Net.Http.Json;
global using System.Net.Sockets;
global using System.Net.WebSockets;
global using System.Numerics;
global using System.Runtime.CompilerServices;
global using System.Runtime.InteropServices;
global using System.Security.Cryptography;
global using System.Text;
global using System.Text.Json;
global using System.Text.RegularExpressions;
global using System.Threading.Channels;
global using Microsoft.Extensions.Logging;

namespace System.Net.Http
{
    /// <summary>Stands for the interface of the same name in Microsoft.Extensions.Http.</summary>
    public interface IHttpClientFactory { HttpClient CreateClient(string name); }
}

namespace System.ClientModel
{
    public class ClientResult<T> { public T Value => throw null!; public static implicit operator T(ClientResult<T> result) => throw null!; }
}

namespace OpenAI.Chat
{
    public class ChatClient(string model, string key) { public Task<System.ClientModel.ClientResult<ChatCompletion>> CompleteChatAsync(IEnumerable<ChatMessage> messages, ChatCompletionOptions? options = null, CancellationToken cancellationToken = default) => throw new NotSupportedException(model + key); }
    public class ChatMessage;
    public class UserChatMessage(string content) : ChatMessage { public string Text { get; } = content; }
    public class ChatCompletionOptions { public float? Temperature { get; set; } }
    public class ChatCompletion { public System.Collections.ObjectModel.Collection<ChatMessageContentPart> Content => throw null!; }
    public class ChatMessageContentPart { public string Text => throw null!; }
}

namespace OpenAI.Embeddings
{
    public class EmbeddingClient(string model, string key) { public Task<System.ClientModel.ClientResult<OpenAIEmbedding>> GenerateEmbeddingAsync(string input, object? options = null, CancellationToken cancellationToken = default) => throw new NotSupportedException(model + key); }
    public class OpenAIEmbedding { public ReadOnlyMemory<float> ToFloats() => throw null!; }
}

namespace Corpus
{
public class Order
{
    public string Id { get; set; } = "";
    public List<Line> Lines { get; set; } = [];
    public decimal Total { get; set; }
    public Customer? Buyer { get; set; }
    public int[] Marks = [];
    public int Visits;
    public Stream? Attachment { get; set; }
    public IEnumerable<Line> Recent { get; set; } = [];
}

public class Line
{
    public string Name { get; set; } = "";
    public decimal Price { get; set; }
    public int Quantity { get; set; }
    public Stats Stats = new();
    public void Discount() => Price *= .9m;
}

public class Customer { public string Name { get; set; } = ""; public Customer? Parent { get; set; } public Dictionary<string, int> Points { get; } = []; }

public class Stats { public int Hits; public int Misses { get; set; } public ref int Slot => ref Hits; }

public struct Point { public int X, Y; public void Move(int by) => X += by; }

public record Quote(string Id, decimal Price);

public sealed class Slots { private readonly int[] _items = new int[8]; public ref int this[int i] => ref _items[i]; public ref int First() => ref _items[0]; }

public static class Ledger { public static int Count; public static readonly List<string> Rows = []; public static int Current() => Count; public static int Next() => ++Count; }

/// <summary>Code that lies elsewhere: all that is known of it are its names.</summary>
public interface IOrders
{
    Order FindOrder(string id);
    Task<Order> FindOrderAsync(string id, CancellationToken ct = default);
    Task<Order?> LoadAsync(string id, CancellationToken ct = default);
    IReadOnlyList<Order> ListOrders();
    IAsyncEnumerable<Order> ListAllAsync();
    bool TryFind(string id, out Order order);
    bool Find(string id, ref int version);
    int Count(in Point at);
    int CountFor(Order order);
    int Bump(string id);
    int IndexOrders(string id);
    void Touch(string id);
    Task RecordAsync(string id);
    int Resolve(string id);
    decimal GetPrice(string id);
    int Size { get; }
    Func<string, int> Counter { get; }
}

public interface ISession : IDisposable { Order Get(string id); IEnumerable<Order> Query(string text); }

[Service]
public partial class Store
{
    private readonly Dictionary<string, string> _rows = [];
    private int _n;

    [Api] public string Load(string id) => _rows[id];
    [Api] public void Save(string id, string row) => _rows[id] = row;
    [Api] public int GetNumber() => ++_n;
    [Api] public int Resolve(string id) => Elsewhere.Resolve(id);
}

/// <summary>What every body of the corpus stands beside.</summary>
[Service] public partial class Beside { [Api(Effect = Effect.Reads)] public int Get(int x) => x; }

public static class Elsewhere { [MethodImpl(MethodImplOptions.InternalCall)] public static extern int Resolve(string id); }
}
