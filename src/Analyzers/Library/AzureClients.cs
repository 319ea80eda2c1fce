namespace Pipeline.Analyzers.Library;

/// <summary>Clients of Azure: blobs, tables, secrets, search, documents; and the messaging that moves what it looks at.</summary>
internal static class AzureClients
{
    /// <summary>Client objects are safe for concurrent use, and so is sharing options between calls.</summary>
    private const string ThreadSafety = "https://learn.microsoft.com/dotnet/azure/sdk/thread-safety";

    private const string Cosmos = "https://learn.microsoft.com/azure/cosmos-db/nosql/best-practice-dotnet";
    private const string Peek = "https://learn.microsoft.com/azure/service-bus-messaging/message-browsing";
    private const string Queues = "https://learn.microsoft.com/azure/storage/queues/storage-dotnet-how-to-use-queues";

    private const LibraryTraits Client = LibraryTraits.Concurrent | LibraryTraits.Plain;
    private const LibraryTraits Result = LibraryTraits.Plain;

    public static readonly LibraryEntry[] Entries =
    [
        new("Azure.Response Azure.Response`1 Azure.NullableResponse`1", ThreadSafety) { Traits = Result,
            Pure = "GetRawResponse ToString op_Implicit", Parts = "Value GetRawResponse" },
        new("Azure.Storage.Blobs.BlobServiceClient", ThreadSafety)
        {
            Traits = Client,
            Pure = "GetBlobContainerClient",
            Reads = "GetPropertiesAsync GetAccountInfoAsync GetStatisticsAsync GetProperties GetAccountInfo GetStatistics",
            Writes = "CreateBlobContainerAsync DeleteBlobContainerAsync SetPropertiesAsync",
        },
        new("Azure.Storage.Blobs.BlobContainerClient", ThreadSafety)
        {
            Traits = Client,
            Pure = "GetBlobClient",
            Reads = "ExistsAsync GetPropertiesAsync GetAccessPolicyAsync Exists GetProperties GetAccessPolicy",
            Writes =
                "CreateAsync CreateIfNotExistsAsync DeleteAsync DeleteIfExistsAsync UploadBlobAsync DeleteBlobAsync " +
                "DeleteBlobIfExistsAsync " +
                "SetMetadataAsync SetAccessPolicyAsync",
        },
        new("Azure.Storage.Blobs.BlobClient Azure.Storage.Blobs.Specialized.BlobBaseClient", ThreadSafety)
        {
            Traits = Client,
            Reads =
                "ExistsAsync DownloadContentAsync DownloadStreamingAsync GetPropertiesAsync GetTagsAsync Exists DownloadContent " +
                "DownloadStreaming GetProperties GetTags",
            Fresh = "DownloadStreamingAsync DownloadStreaming",
            Writes =
                "UploadAsync Upload DeleteAsync Delete DeleteIfExistsAsync DeleteIfExists SetMetadataAsync " +
                "SetHttpHeadersAsync SetTagsAsync " +
                "SetAccessTierAsync StartCopyFromUriAsync CreateSnapshotAsync UndeleteAsync",
        },
        new("Azure.Storage.Blobs.Models.BlobDownloadResult Azure.Storage.Blobs.Models.BlobProperties", ThreadSafety) { Traits = Result },
        new("Azure.Storage.Blobs.Specialized.BlobLeaseClient", ThreadSafety) { Writes = "*" },
        new("Azure.Storage.Queues.QueueClient", Queues)
        {
            Traits = Client,
            Reads = "ExistsAsync GetPropertiesAsync",
            Writes = "SendMessageAsync ReceiveMessageAsync ReceiveMessagesAsync DeleteMessageAsync UpdateMessageAsync ClearMessagesAsync",
            Not = "PeekMessageAsync PeekMessagesAsync",
        },
        new("Azure.Messaging.ServiceBus.ServiceBusReceiver", Peek)
        {
            // Peeking goes on where the last one ended: the cursor is the receiver's.
            Traits = LibraryTraits.OneAtATime,
            Moves = "PeekMessageAsync PeekMessagesAsync",
            Writes =
                "ReceiveMessageAsync ReceiveMessagesAsync CompleteMessageAsync AbandonMessageAsync DeadLetterMessageAsync " +
                "DeferMessageAsync",
        },
        new("Azure.Security.KeyVault.Secrets.SecretClient", ThreadSafety)
        {
            Traits = Client,
            Reads = "GetSecretAsync GetSecret",
            Writes = "SetSecretAsync SetSecret UpdateSecretPropertiesAsync StartDeleteSecretAsync PurgeDeletedSecretAsync",
        },
        new("Azure.Security.KeyVault.Secrets.KeyVaultSecret Azure.Security.KeyVault.Secrets.SecretProperties", ThreadSafety)
        {
            Traits = Result,
        },
        new("Azure.Data.Tables.TableServiceClient", ThreadSafety) { Traits = Client, Pure = "GetTableClient" },
        new("Azure.Data.Tables.TableClient", ThreadSafety)
        {
            Traits = Client,
            Reads = "GetEntityAsync GetEntityIfExistsAsync GetEntity GetEntityIfExists",
            Writes =
                "AddEntityAsync UpsertEntityAsync UpdateEntityAsync DeleteEntityAsync SubmitTransactionAsync CreateAsync " +
                "CreateIfNotExistsAsync DeleteAsync",
        },
        new("Azure.Search.Documents.SearchClient", ThreadSafety)
        {
            Traits = Client,
            Reads = "GetDocumentAsync GetDocumentCountAsync AutocompleteAsync SuggestAsync GetDocument GetDocumentCount",
            Writes = "IndexDocumentsAsync UploadDocumentsAsync MergeDocumentsAsync MergeOrUploadDocumentsAsync DeleteDocumentsAsync",
        },
        new("Microsoft.Azure.Cosmos.CosmosClient", Cosmos) { Traits = Client, Pure = "GetContainer GetDatabase" },
        new("Microsoft.Azure.Cosmos.Database", Cosmos) { Traits = Client, Pure = "GetContainer", Reads = "ReadAsync" },
        new("Microsoft.Azure.Cosmos.Container", Cosmos)
        {
            Traits = Client,
            Reads = "ReadItemAsync ReadManyItemsAsync ReadContainerAsync ReadThroughputAsync",
            Writes = "CreateItemAsync UpsertItemAsync ReplaceItemAsync PatchItemAsync DeleteItemAsync",
            Not = "GetItemQueryIterator GetItemLinqQueryable GetChangeFeedIterator CreateTransactionalBatch Scripts",
        },
        new("Microsoft.Azure.Cosmos.Response`1 Microsoft.Azure.Cosmos.ItemResponse`1 Microsoft.Azure.Cosmos.FeedResponse`1", Cosmos)
        {
            Traits = Result,
            Pure = "op_Implicit",
            Parts = "Resource",
        },
        new("Microsoft.Azure.Cosmos.PartitionKey", Cosmos) { Traits = LibraryTraits.Immutable | LibraryTraits.Plain, Pure = "new" },
        new("Microsoft.Azure.Cosmos.FeedIterator`1 Microsoft.Azure.Cosmos.FeedIterator", Cosmos)
        {
            Traits = LibraryTraits.OneAtATime,
            Moves = "ReadNextAsync",
            Pure = "HasMoreResults",
        },
        new("System.BinaryData", "https://learn.microsoft.com/dotnet/api/system.binarydata")
        {
            Traits = LibraryTraits.Immutable | LibraryTraits.Plain,
            Pure = "ToString ToArray ToMemory ToObjectFromJson FromString FromBytes FromObjectAsJson Empty",
            Fresh = "ToArray ToObjectFromJson",
        },
    ];
}
