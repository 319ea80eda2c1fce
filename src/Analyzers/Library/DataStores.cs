namespace Pipeline.Analyzers.Library;

/// <summary>Clients of databases and search engines that document themselves as safe for several calls at once.</summary>
internal static class DataStores
{
    private const string Mongo = "https://www.mongodb.com/docs/drivers/csharp/current/fundamentals/connection/connect/";
    private const string Redis = "https://stackexchange.github.io/StackExchange.Redis/Basics";
    private const string Elastic = "https://www.elastic.co/docs/reference/elasticsearch/clients/dotnet/recommendations";
    private const string Qdrant = "https://github.com/qdrant/qdrant-dotnet#readme";
    private const string Hybrid = "https://learn.microsoft.com/aspnet/core/performance/caching/hybrid";

    private const LibraryTraits Client = LibraryTraits.Concurrent | LibraryTraits.Plain;
    private const LibraryTraits Value = LibraryTraits.Immutable | LibraryTraits.Plain;

    public static readonly LibraryEntry[] Entries =
    [
        new("MongoDB.Driver.IMongoClient MongoDB.Driver.MongoClient", Mongo) { Traits = Client, Pure = "GetDatabase" },
        new("MongoDB.Driver.IMongoDatabase", Mongo) { Traits = Client, Pure = "GetCollection", Not = "RunCommandAsync RunCommand" },
        new("MongoDB.Driver.IMongoCollection`1", Mongo)
        {
            Traits = Client,
            Reads = "CountDocumentsAsync EstimatedDocumentCountAsync FindAsync DistinctAsync CountDocuments EstimatedDocumentCount",
            Fresh = "FindAsync DistinctAsync",
            Writes =
                "InsertOneAsync InsertManyAsync ReplaceOneAsync UpdateOneAsync UpdateManyAsync DeleteOneAsync " +
                "DeleteManyAsync BulkWriteAsync " +
                "FindOneAndDeleteAsync FindOneAndReplaceAsync FindOneAndUpdateAsync FindOneAndUpdate InsertOne ReplaceOne DeleteOne",

            // A pipeline may end in $out or $merge; a change stream is read on and on.
            Not = "AggregateAsync Aggregate AggregateToCollectionAsync MapReduceAsync WatchAsync Watch",
            NotWith = "IClientSessionHandle",
        },
        new("MongoDB.Driver.IMongoCollectionExtensions", Mongo)
        {
            Reads = "CountDocumentsAsync",
            Pure = "Find",
            Fresh = "Find",
            Writes =
                "FindOneAndDeleteAsync FindOneAndReplaceAsync FindOneAndUpdateAsync ReplaceOneAsync UpdateOneAsync UpdateManyAsync " +
                "DeleteOneAsync DeleteManyAsync",
            Not = "Aggregate Watch WatchAsync",
            NotWith = "IClientSessionHandle",
        },
        new("MongoDB.Driver.IFindFluent`2", Mongo)
        {
            Reads = "CountDocumentsAsync ToCursorAsync",
            Changes = "Sort Limit Skip Project",
            Views = "Sort Limit Skip Project",
            Fresh = "ToCursorAsync",
        },
        new("MongoDB.Driver.IFindFluentExtensions MongoDB.Driver.IAsyncCursorSourceExtensions", Mongo)
        {
            Reads =
                "FirstAsync FirstOrDefaultAsync SingleAsync SingleOrDefaultAsync AnyAsync ToListAsync First FirstOrDefault Single " +
                "SingleOrDefault Any ToList",
            Fresh = "ToListAsync ToList",
            Views = "SortBy SortByDescending",
        },
        new("MongoDB.Driver.IAsyncCursor`1", Mongo) { Traits = LibraryTraits.OneAtATime, Moves = "MoveNextAsync MoveNext Current Dispose" },
        new("MongoDB.Driver.IClientSessionHandle MongoDB.Driver.IClientSession", Mongo) { Traits = LibraryTraits.OneAtATime, Writes = "*" },
        new("MongoDB.Driver.FilterDefinition`1", Mongo) { Traits = Value, Pure = "op_Implicit op_BitwiseAnd op_BitwiseOr Empty" },
        new("MongoDB.Driver.Builders`1 MongoDB.Driver.FilterDefinitionBuilder`1", Mongo) { Traits = Value, Pure = "*" },
        new("MongoDB.Bson.ObjectId", Mongo) { Traits = Value, Pure = "Parse ToString Equals GetHashCode op_Equality op_Inequality" },
        new("StackExchange.Redis.IConnectionMultiplexer StackExchange.Redis.ConnectionMultiplexer", Redis)
        {
            Traits = Client,
            Pure = "GetDatabase",
        },
        new("StackExchange.Redis.IDatabaseAsync StackExchange.Redis.IDatabase", Redis)
        {
            Traits = Client,
            Reads =
                "StringGetAsync StringLengthAsync KeyExistsAsync KeyTimeToLiveAsync KeyTypeAsync HashGetAsync " +
                "HashGetAllAsync HashExistsAsync " +
                "HashKeysAsync HashValuesAsync HashLengthAsync ListRangeAsync ListLengthAsync ListGetByIndexAsync SetMembersAsync " +
                "SetContainsAsync SetLengthAsync SortedSetRangeByRankAsync SortedSetRangeByScoreAsync " +
                "SortedSetScoreAsync SortedSetRankAsync " +
                "SortedSetLengthAsync GeoPositionAsync GeoDistanceAsync StringGet KeyExists HashGet HashGetAll SetMembers",
            Fresh = "HashGetAllAsync HashKeysAsync HashValuesAsync ListRangeAsync SetMembersAsync",
            Writes =
                "StringSetAsync StringIncrementAsync StringGetDeleteAsync StringGetSetAsync StringGetSetExpiryAsync KeyDeleteAsync " +
                "KeyExpireAsync HashSetAsync HashDeleteAsync HashIncrementAsync ListLeftPopAsync ListRightPopAsync ListLeftPushAsync " +
                "ListRightPushAsync SetAddAsync SetPopAsync SetRemoveAsync SortedSetAddAsync SortedSetPopAsync SortedSetRemoveAsync " +
                "StreamReadGroupAsync StreamAddAsync StreamAcknowledgeAsync LockTakeAsync LockReleaseAsync",
            Not = "ScriptEvaluateAsync ScriptEvaluate ExecuteAsync Execute CreateTransaction CreateBatch",
        },
        new("StackExchange.Redis.RedisKey StackExchange.Redis.RedisValue", Redis)
        {
            Traits = Value,
            Pure = "op_Implicit op_Explicit ToString Equals GetHashCode op_Equality op_Inequality",
        },
        new("Elastic.Clients.Elasticsearch.ElasticsearchClient", Elastic)
        {
            Traits = Client,
            Reads = "SearchAsync GetAsync CountAsync ExistsAsync MultiGetAsync GetSourceAsync",
            Writes = "IndexAsync UpdateAsync DeleteAsync BulkAsync DeleteByQueryAsync UpdateByQueryAsync ReindexAsync",
            Not = "ScrollAsync OpenPointInTimeAsync ClosePointInTimeAsync ClearScrollAsync",
        },
        new("Qdrant.Client.QdrantClient", Qdrant)
        {
            Traits = Client,
            Reads =
                "SearchAsync QueryAsync RetrieveAsync CountAsync CollectionExistsAsync GetCollectionInfoAsync " +
                "ListCollectionsAsync RecommendAsync",
            Writes = "UpsertAsync DeleteAsync CreateCollectionAsync DeleteCollectionAsync SetPayloadAsync OverwritePayloadAsync",
        },
        new("Microsoft.Extensions.Caching.Hybrid.HybridCache", Hybrid)
        {
            // What the factory does, its own body says; that the answer is kept, no caller can tell from asking again.
            Traits = Client,
            Reads = "GetOrCreateAsync",
            Writes = "SetAsync RemoveAsync RemoveByTagAsync",
        },
        new("StackExchange.Redis.ITransaction StackExchange.Redis.IBatch", Redis) { Traits = LibraryTraits.OneAtATime, Writes = "*" },
    ];
}
