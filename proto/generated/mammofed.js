/*eslint-disable block-scoped-var, id-length, no-control-regex, no-magic-numbers, no-mixed-operators, no-prototype-builtins, no-redeclare, no-shadow, no-var, sort-vars, default-case, jsdoc/require-param*/
import $protobuf from "protobufjs/minimal.js";

// Common aliases
const $Reader = $protobuf.Reader, $Writer = $protobuf.Writer, $util = $protobuf.util;
const $Object = $util.global.Object, $undefined = $util.global.undefined, $Error = $util.global.Error, $RangeError = $util.global.RangeError, $TypeError = $util.global.TypeError, $Number = $util.global.Number, $String = $util.global.String, $Array = $util.global.Array, $parseInt = $util.global.parseInt, $BigInt = $util.global.BigInt, $isFinite = $util.global.isFinite, $Boolean = $util.global.Boolean;

// Exported root namespace
const $root = $protobuf.roots["default"] || ($protobuf.roots["default"] = {});

export const mammofed = $root.mammofed = (() => {

    /**
     * Namespace mammofed.
     * @exports mammofed
     * @namespace
     */
    const mammofed = {};

    mammofed.v1 = (function() {

        /**
         * Namespace v1.
         * @memberof mammofed
         * @namespace
         */
        const v1 = {};

        /**
         * Role enum.
         * @name mammofed.v1.Role
         * @enum {number}
         * @property {number} ROLE_UNSPECIFIED=0 ROLE_UNSPECIFIED value
         * @property {number} ROLE_COORDINATOR=1 ROLE_COORDINATOR value
         * @property {number} ROLE_SITE=2 ROLE_SITE value
         * @property {number} ROLE_ENROLLING=3 ROLE_ENROLLING value
         */
        v1.Role = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "ROLE_UNSPECIFIED"] = 0;
            values[valuesById[1] = "ROLE_COORDINATOR"] = 1;
            values[valuesById[2] = "ROLE_SITE"] = 2;
            values[valuesById[3] = "ROLE_ENROLLING"] = 3;
            return values;
        })();

        v1.ClientHello = (function() {

            /**
             * Properties of a ClientHello.
             * @typedef {Object} mammofed.v1.ClientHello.$Properties
             * @property {number|null} [protocolMajor] ClientHello protocolMajor
             * @property {number|null} [protocolMinor] ClientHello protocolMinor
             * @property {mammofed.v1.Role|null} [role] ClientHello role
             * @property {Uint8Array|null} [identityKey] ClientHello identityKey
             * @property {Uint8Array|null} [ephemeralKey] ClientHello ephemeralKey
             * @property {Uint8Array|null} [nonce] ClientHello nonce
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a ClientHello.
             * @memberof mammofed.v1
             * @interface IClientHello
             * @augments mammofed.v1.ClientHello.$Properties
             * @deprecated Use mammofed.v1.ClientHello.$Properties instead.
             */

            /**
             * Shape of a ClientHello.
             * @typedef {mammofed.v1.ClientHello.$Properties} mammofed.v1.ClientHello.$Shape
             */

            /**
             * Constructs a new ClientHello.
             * @memberof mammofed.v1
             * @classdesc Represents a ClientHello.
             * @constructor
             * @param {mammofed.v1.ClientHello.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const ClientHello = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * ClientHello protocolMajor.
             * @member {number} protocolMajor
             * @memberof mammofed.v1.ClientHello
             * @instance
             */
            ClientHello.prototype.protocolMajor = 0;

            /**
             * ClientHello protocolMinor.
             * @member {number} protocolMinor
             * @memberof mammofed.v1.ClientHello
             * @instance
             */
            ClientHello.prototype.protocolMinor = 0;

            /**
             * ClientHello role.
             * @member {mammofed.v1.Role} role
             * @memberof mammofed.v1.ClientHello
             * @instance
             */
            ClientHello.prototype.role = 0;

            /**
             * ClientHello identityKey.
             * @member {Uint8Array} identityKey
             * @memberof mammofed.v1.ClientHello
             * @instance
             */
            ClientHello.prototype.identityKey = $util.newBuffer([]);

            /**
             * ClientHello ephemeralKey.
             * @member {Uint8Array} ephemeralKey
             * @memberof mammofed.v1.ClientHello
             * @instance
             */
            ClientHello.prototype.ephemeralKey = $util.newBuffer([]);

            /**
             * ClientHello nonce.
             * @member {Uint8Array} nonce
             * @memberof mammofed.v1.ClientHello
             * @instance
             */
            ClientHello.prototype.nonce = $util.newBuffer([]);

            /**
             * Encodes the specified ClientHello message. Does not implicitly {@link mammofed.v1.ClientHello.verify|verify} messages.
             * @function encode
             * @memberof mammofed.v1.ClientHello
             * @static
             * @param {mammofed.v1.ClientHello.$Properties} message ClientHello message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            ClientHello.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.protocolMajor != null && $Object.hasOwnProperty.call(message, "protocolMajor") && message.protocolMajor !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.protocolMajor);
                if (message.protocolMinor != null && $Object.hasOwnProperty.call(message, "protocolMinor") && message.protocolMinor !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.protocolMinor);
                if (message.role != null && $Object.hasOwnProperty.call(message, "role") && message.role !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).int32(message.role);
                if (message.identityKey != null && $Object.hasOwnProperty.call(message, "identityKey") && message.identityKey.length)
                    writer.uint32(/* id 4, wireType 2 =*/34).bytes(message.identityKey);
                if (message.ephemeralKey != null && $Object.hasOwnProperty.call(message, "ephemeralKey") && message.ephemeralKey.length)
                    writer.uint32(/* id 5, wireType 2 =*/42).bytes(message.ephemeralKey);
                if (message.nonce != null && $Object.hasOwnProperty.call(message, "nonce") && message.nonce.length)
                    writer.uint32(/* id 6, wireType 2 =*/50).bytes(message.nonce);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a ClientHello message from the specified reader or buffer.
             * @function decode
             * @memberof mammofed.v1.ClientHello
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {mammofed.v1.ClientHello & mammofed.v1.ClientHello.$Shape} ClientHello
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            ClientHello.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.mammofed.v1.ClientHello();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.protocolMajor = value;
                            else
                                delete message.protocolMajor;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.protocolMinor = value;
                            else
                                delete message.protocolMinor;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.role = value;
                            else
                                delete message.role;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.identityKey = value;
                            else
                                delete message.identityKey;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.ephemeralKey = value;
                            else
                                delete message.ephemeralKey;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.nonce = value;
                            else
                                delete message.nonce;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a ClientHello message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof mammofed.v1.ClientHello
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {mammofed.v1.ClientHello} ClientHello
             */
            ClientHello.fromObject = function (object, _depth) {
                if (object instanceof $root.mammofed.v1.ClientHello)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".mammofed.v1.ClientHello: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.mammofed.v1.ClientHello();
                if (object.protocolMajor != null)
                    if ($Number(object.protocolMajor) !== 0)
                        message.protocolMajor = object.protocolMajor >>> 0;
                if (object.protocolMinor != null)
                    if ($Number(object.protocolMinor) !== 0)
                        message.protocolMinor = object.protocolMinor >>> 0;
                if (object.role !== 0 && (typeof object.role !== "string" || $root.mammofed.v1.Role[object.role] !== 0))
                    switch (object.role) {
                    case "ROLE_UNSPECIFIED":
                    case 0:
                        message.role = 0;
                        break;
                    case "ROLE_COORDINATOR":
                    case 1:
                        message.role = 1;
                        break;
                    case "ROLE_SITE":
                    case 2:
                        message.role = 2;
                        break;
                    case "ROLE_ENROLLING":
                    case 3:
                        message.role = 3;
                        break;
                    default:
                        if (typeof object.role === "number" && (object.role | 0) === object.role)
                            message.role = object.role;
                    }
                if (object.identityKey != null)
                    if (object.identityKey.length)
                        if (typeof object.identityKey === "string")
                            $util.base64.decode(object.identityKey, message.identityKey = $util.newBuffer($util.base64.length(object.identityKey)), 0);
                        else if (object.identityKey.length >= 0)
                            message.identityKey = object.identityKey;
                if (object.ephemeralKey != null)
                    if (object.ephemeralKey.length)
                        if (typeof object.ephemeralKey === "string")
                            $util.base64.decode(object.ephemeralKey, message.ephemeralKey = $util.newBuffer($util.base64.length(object.ephemeralKey)), 0);
                        else if (object.ephemeralKey.length >= 0)
                            message.ephemeralKey = object.ephemeralKey;
                if (object.nonce != null)
                    if (object.nonce.length)
                        if (typeof object.nonce === "string")
                            $util.base64.decode(object.nonce, message.nonce = $util.newBuffer($util.base64.length(object.nonce)), 0);
                        else if (object.nonce.length >= 0)
                            message.nonce = object.nonce;
                return message;
            };

            /**
             * Creates a plain object from a ClientHello message. Also converts values to other types if specified.
             * @function toObject
             * @memberof mammofed.v1.ClientHello
             * @static
             * @param {mammofed.v1.ClientHello} message ClientHello
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            ClientHello.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.protocolMajor = 0;
                    object.protocolMinor = 0;
                    object.role = options.enums === $String ? "ROLE_UNSPECIFIED" : 0;
                    if (options.bytes === $String)
                        object.identityKey = "";
                    else {
                        object.identityKey = [];
                        if (options.bytes !== $Array)
                            object.identityKey = $util.newBuffer(object.identityKey);
                    }
                    if (options.bytes === $String)
                        object.ephemeralKey = "";
                    else {
                        object.ephemeralKey = [];
                        if (options.bytes !== $Array)
                            object.ephemeralKey = $util.newBuffer(object.ephemeralKey);
                    }
                    if (options.bytes === $String)
                        object.nonce = "";
                    else {
                        object.nonce = [];
                        if (options.bytes !== $Array)
                            object.nonce = $util.newBuffer(object.nonce);
                    }
                }
                if (message.protocolMajor != null && $Object.hasOwnProperty.call(message, "protocolMajor"))
                    object.protocolMajor = message.protocolMajor;
                if (message.protocolMinor != null && $Object.hasOwnProperty.call(message, "protocolMinor"))
                    object.protocolMinor = message.protocolMinor;
                if (message.role != null && $Object.hasOwnProperty.call(message, "role"))
                    object.role = options.enums === $String ? $root.mammofed.v1.Role[message.role] === $undefined ? message.role : $root.mammofed.v1.Role[message.role] : message.role;
                if (message.identityKey != null && $Object.hasOwnProperty.call(message, "identityKey"))
                    object.identityKey = options.bytes === $String ? $util.base64.encode(message.identityKey, 0, message.identityKey.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.identityKey) : message.identityKey;
                if (message.ephemeralKey != null && $Object.hasOwnProperty.call(message, "ephemeralKey"))
                    object.ephemeralKey = options.bytes === $String ? $util.base64.encode(message.ephemeralKey, 0, message.ephemeralKey.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.ephemeralKey) : message.ephemeralKey;
                if (message.nonce != null && $Object.hasOwnProperty.call(message, "nonce"))
                    object.nonce = options.bytes === $String ? $util.base64.encode(message.nonce, 0, message.nonce.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.nonce) : message.nonce;
                return object;
            };

            /**
             * Converts this ClientHello to JSON.
             * @function toJSON
             * @memberof mammofed.v1.ClientHello
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            ClientHello.prototype.toJSON = function() {
                return ClientHello.toObject(this, $protobuf.util.toJSONOptions);
            };

            /**
             * Gets the type url for ClientHello
             * @function getTypeUrl
             * @memberof mammofed.v1.ClientHello
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            ClientHello.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/mammofed.v1.ClientHello";
            };

            return ClientHello;
        })();

        v1.ServerHello = (function() {

            /**
             * Properties of a ServerHello.
             * @typedef {Object} mammofed.v1.ServerHello.$Properties
             * @property {number|null} [protocolMajor] ServerHello protocolMajor
             * @property {number|null} [protocolMinor] ServerHello protocolMinor
             * @property {Uint8Array|null} [identityKey] ServerHello identityKey
             * @property {Uint8Array|null} [ephemeralKey] ServerHello ephemeralKey
             * @property {Uint8Array|null} [nonce] ServerHello nonce
             * @property {Uint8Array|null} [signature] ServerHello signature
             * @property {Uint8Array|null} [streamHeader] ServerHello streamHeader
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a ServerHello.
             * @memberof mammofed.v1
             * @interface IServerHello
             * @augments mammofed.v1.ServerHello.$Properties
             * @deprecated Use mammofed.v1.ServerHello.$Properties instead.
             */

            /**
             * Shape of a ServerHello.
             * @typedef {mammofed.v1.ServerHello.$Properties} mammofed.v1.ServerHello.$Shape
             */

            /**
             * Constructs a new ServerHello.
             * @memberof mammofed.v1
             * @classdesc Represents a ServerHello.
             * @constructor
             * @param {mammofed.v1.ServerHello.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const ServerHello = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * ServerHello protocolMajor.
             * @member {number} protocolMajor
             * @memberof mammofed.v1.ServerHello
             * @instance
             */
            ServerHello.prototype.protocolMajor = 0;

            /**
             * ServerHello protocolMinor.
             * @member {number} protocolMinor
             * @memberof mammofed.v1.ServerHello
             * @instance
             */
            ServerHello.prototype.protocolMinor = 0;

            /**
             * ServerHello identityKey.
             * @member {Uint8Array} identityKey
             * @memberof mammofed.v1.ServerHello
             * @instance
             */
            ServerHello.prototype.identityKey = $util.newBuffer([]);

            /**
             * ServerHello ephemeralKey.
             * @member {Uint8Array} ephemeralKey
             * @memberof mammofed.v1.ServerHello
             * @instance
             */
            ServerHello.prototype.ephemeralKey = $util.newBuffer([]);

            /**
             * ServerHello nonce.
             * @member {Uint8Array} nonce
             * @memberof mammofed.v1.ServerHello
             * @instance
             */
            ServerHello.prototype.nonce = $util.newBuffer([]);

            /**
             * ServerHello signature.
             * @member {Uint8Array} signature
             * @memberof mammofed.v1.ServerHello
             * @instance
             */
            ServerHello.prototype.signature = $util.newBuffer([]);

            /**
             * ServerHello streamHeader.
             * @member {Uint8Array} streamHeader
             * @memberof mammofed.v1.ServerHello
             * @instance
             */
            ServerHello.prototype.streamHeader = $util.newBuffer([]);

            /**
             * Encodes the specified ServerHello message. Does not implicitly {@link mammofed.v1.ServerHello.verify|verify} messages.
             * @function encode
             * @memberof mammofed.v1.ServerHello
             * @static
             * @param {mammofed.v1.ServerHello.$Properties} message ServerHello message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            ServerHello.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.protocolMajor != null && $Object.hasOwnProperty.call(message, "protocolMajor") && message.protocolMajor !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.protocolMajor);
                if (message.protocolMinor != null && $Object.hasOwnProperty.call(message, "protocolMinor") && message.protocolMinor !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.protocolMinor);
                if (message.identityKey != null && $Object.hasOwnProperty.call(message, "identityKey") && message.identityKey.length)
                    writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.identityKey);
                if (message.ephemeralKey != null && $Object.hasOwnProperty.call(message, "ephemeralKey") && message.ephemeralKey.length)
                    writer.uint32(/* id 4, wireType 2 =*/34).bytes(message.ephemeralKey);
                if (message.nonce != null && $Object.hasOwnProperty.call(message, "nonce") && message.nonce.length)
                    writer.uint32(/* id 5, wireType 2 =*/42).bytes(message.nonce);
                if (message.signature != null && $Object.hasOwnProperty.call(message, "signature") && message.signature.length)
                    writer.uint32(/* id 6, wireType 2 =*/50).bytes(message.signature);
                if (message.streamHeader != null && $Object.hasOwnProperty.call(message, "streamHeader") && message.streamHeader.length)
                    writer.uint32(/* id 7, wireType 2 =*/58).bytes(message.streamHeader);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a ServerHello message from the specified reader or buffer.
             * @function decode
             * @memberof mammofed.v1.ServerHello
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {mammofed.v1.ServerHello & mammofed.v1.ServerHello.$Shape} ServerHello
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            ServerHello.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.mammofed.v1.ServerHello();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.protocolMajor = value;
                            else
                                delete message.protocolMajor;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.protocolMinor = value;
                            else
                                delete message.protocolMinor;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.identityKey = value;
                            else
                                delete message.identityKey;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.ephemeralKey = value;
                            else
                                delete message.ephemeralKey;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.nonce = value;
                            else
                                delete message.nonce;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.signature = value;
                            else
                                delete message.signature;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.streamHeader = value;
                            else
                                delete message.streamHeader;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a ServerHello message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof mammofed.v1.ServerHello
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {mammofed.v1.ServerHello} ServerHello
             */
            ServerHello.fromObject = function (object, _depth) {
                if (object instanceof $root.mammofed.v1.ServerHello)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".mammofed.v1.ServerHello: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.mammofed.v1.ServerHello();
                if (object.protocolMajor != null)
                    if ($Number(object.protocolMajor) !== 0)
                        message.protocolMajor = object.protocolMajor >>> 0;
                if (object.protocolMinor != null)
                    if ($Number(object.protocolMinor) !== 0)
                        message.protocolMinor = object.protocolMinor >>> 0;
                if (object.identityKey != null)
                    if (object.identityKey.length)
                        if (typeof object.identityKey === "string")
                            $util.base64.decode(object.identityKey, message.identityKey = $util.newBuffer($util.base64.length(object.identityKey)), 0);
                        else if (object.identityKey.length >= 0)
                            message.identityKey = object.identityKey;
                if (object.ephemeralKey != null)
                    if (object.ephemeralKey.length)
                        if (typeof object.ephemeralKey === "string")
                            $util.base64.decode(object.ephemeralKey, message.ephemeralKey = $util.newBuffer($util.base64.length(object.ephemeralKey)), 0);
                        else if (object.ephemeralKey.length >= 0)
                            message.ephemeralKey = object.ephemeralKey;
                if (object.nonce != null)
                    if (object.nonce.length)
                        if (typeof object.nonce === "string")
                            $util.base64.decode(object.nonce, message.nonce = $util.newBuffer($util.base64.length(object.nonce)), 0);
                        else if (object.nonce.length >= 0)
                            message.nonce = object.nonce;
                if (object.signature != null)
                    if (object.signature.length)
                        if (typeof object.signature === "string")
                            $util.base64.decode(object.signature, message.signature = $util.newBuffer($util.base64.length(object.signature)), 0);
                        else if (object.signature.length >= 0)
                            message.signature = object.signature;
                if (object.streamHeader != null)
                    if (object.streamHeader.length)
                        if (typeof object.streamHeader === "string")
                            $util.base64.decode(object.streamHeader, message.streamHeader = $util.newBuffer($util.base64.length(object.streamHeader)), 0);
                        else if (object.streamHeader.length >= 0)
                            message.streamHeader = object.streamHeader;
                return message;
            };

            /**
             * Creates a plain object from a ServerHello message. Also converts values to other types if specified.
             * @function toObject
             * @memberof mammofed.v1.ServerHello
             * @static
             * @param {mammofed.v1.ServerHello} message ServerHello
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            ServerHello.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.protocolMajor = 0;
                    object.protocolMinor = 0;
                    if (options.bytes === $String)
                        object.identityKey = "";
                    else {
                        object.identityKey = [];
                        if (options.bytes !== $Array)
                            object.identityKey = $util.newBuffer(object.identityKey);
                    }
                    if (options.bytes === $String)
                        object.ephemeralKey = "";
                    else {
                        object.ephemeralKey = [];
                        if (options.bytes !== $Array)
                            object.ephemeralKey = $util.newBuffer(object.ephemeralKey);
                    }
                    if (options.bytes === $String)
                        object.nonce = "";
                    else {
                        object.nonce = [];
                        if (options.bytes !== $Array)
                            object.nonce = $util.newBuffer(object.nonce);
                    }
                    if (options.bytes === $String)
                        object.signature = "";
                    else {
                        object.signature = [];
                        if (options.bytes !== $Array)
                            object.signature = $util.newBuffer(object.signature);
                    }
                    if (options.bytes === $String)
                        object.streamHeader = "";
                    else {
                        object.streamHeader = [];
                        if (options.bytes !== $Array)
                            object.streamHeader = $util.newBuffer(object.streamHeader);
                    }
                }
                if (message.protocolMajor != null && $Object.hasOwnProperty.call(message, "protocolMajor"))
                    object.protocolMajor = message.protocolMajor;
                if (message.protocolMinor != null && $Object.hasOwnProperty.call(message, "protocolMinor"))
                    object.protocolMinor = message.protocolMinor;
                if (message.identityKey != null && $Object.hasOwnProperty.call(message, "identityKey"))
                    object.identityKey = options.bytes === $String ? $util.base64.encode(message.identityKey, 0, message.identityKey.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.identityKey) : message.identityKey;
                if (message.ephemeralKey != null && $Object.hasOwnProperty.call(message, "ephemeralKey"))
                    object.ephemeralKey = options.bytes === $String ? $util.base64.encode(message.ephemeralKey, 0, message.ephemeralKey.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.ephemeralKey) : message.ephemeralKey;
                if (message.nonce != null && $Object.hasOwnProperty.call(message, "nonce"))
                    object.nonce = options.bytes === $String ? $util.base64.encode(message.nonce, 0, message.nonce.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.nonce) : message.nonce;
                if (message.signature != null && $Object.hasOwnProperty.call(message, "signature"))
                    object.signature = options.bytes === $String ? $util.base64.encode(message.signature, 0, message.signature.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.signature) : message.signature;
                if (message.streamHeader != null && $Object.hasOwnProperty.call(message, "streamHeader"))
                    object.streamHeader = options.bytes === $String ? $util.base64.encode(message.streamHeader, 0, message.streamHeader.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.streamHeader) : message.streamHeader;
                return object;
            };

            /**
             * Converts this ServerHello to JSON.
             * @function toJSON
             * @memberof mammofed.v1.ServerHello
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            ServerHello.prototype.toJSON = function() {
                return ServerHello.toObject(this, $protobuf.util.toJSONOptions);
            };

            /**
             * Gets the type url for ServerHello
             * @function getTypeUrl
             * @memberof mammofed.v1.ServerHello
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            ServerHello.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/mammofed.v1.ServerHello";
            };

            return ServerHello;
        })();

        v1.ClientFinish = (function() {

            /**
             * Properties of a ClientFinish.
             * @typedef {Object} mammofed.v1.ClientFinish.$Properties
             * @property {Uint8Array|null} [signature] ClientFinish signature
             * @property {Uint8Array|null} [streamHeader] ClientFinish streamHeader
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a ClientFinish.
             * @memberof mammofed.v1
             * @interface IClientFinish
             * @augments mammofed.v1.ClientFinish.$Properties
             * @deprecated Use mammofed.v1.ClientFinish.$Properties instead.
             */

            /**
             * Shape of a ClientFinish.
             * @typedef {mammofed.v1.ClientFinish.$Properties} mammofed.v1.ClientFinish.$Shape
             */

            /**
             * Constructs a new ClientFinish.
             * @memberof mammofed.v1
             * @classdesc Represents a ClientFinish.
             * @constructor
             * @param {mammofed.v1.ClientFinish.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const ClientFinish = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * ClientFinish signature.
             * @member {Uint8Array} signature
             * @memberof mammofed.v1.ClientFinish
             * @instance
             */
            ClientFinish.prototype.signature = $util.newBuffer([]);

            /**
             * ClientFinish streamHeader.
             * @member {Uint8Array} streamHeader
             * @memberof mammofed.v1.ClientFinish
             * @instance
             */
            ClientFinish.prototype.streamHeader = $util.newBuffer([]);

            /**
             * Encodes the specified ClientFinish message. Does not implicitly {@link mammofed.v1.ClientFinish.verify|verify} messages.
             * @function encode
             * @memberof mammofed.v1.ClientFinish
             * @static
             * @param {mammofed.v1.ClientFinish.$Properties} message ClientFinish message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            ClientFinish.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.signature != null && $Object.hasOwnProperty.call(message, "signature") && message.signature.length)
                    writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.signature);
                if (message.streamHeader != null && $Object.hasOwnProperty.call(message, "streamHeader") && message.streamHeader.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.streamHeader);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a ClientFinish message from the specified reader or buffer.
             * @function decode
             * @memberof mammofed.v1.ClientFinish
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {mammofed.v1.ClientFinish & mammofed.v1.ClientFinish.$Shape} ClientFinish
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            ClientFinish.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.mammofed.v1.ClientFinish();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.signature = value;
                            else
                                delete message.signature;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.streamHeader = value;
                            else
                                delete message.streamHeader;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a ClientFinish message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof mammofed.v1.ClientFinish
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {mammofed.v1.ClientFinish} ClientFinish
             */
            ClientFinish.fromObject = function (object, _depth) {
                if (object instanceof $root.mammofed.v1.ClientFinish)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".mammofed.v1.ClientFinish: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.mammofed.v1.ClientFinish();
                if (object.signature != null)
                    if (object.signature.length)
                        if (typeof object.signature === "string")
                            $util.base64.decode(object.signature, message.signature = $util.newBuffer($util.base64.length(object.signature)), 0);
                        else if (object.signature.length >= 0)
                            message.signature = object.signature;
                if (object.streamHeader != null)
                    if (object.streamHeader.length)
                        if (typeof object.streamHeader === "string")
                            $util.base64.decode(object.streamHeader, message.streamHeader = $util.newBuffer($util.base64.length(object.streamHeader)), 0);
                        else if (object.streamHeader.length >= 0)
                            message.streamHeader = object.streamHeader;
                return message;
            };

            /**
             * Creates a plain object from a ClientFinish message. Also converts values to other types if specified.
             * @function toObject
             * @memberof mammofed.v1.ClientFinish
             * @static
             * @param {mammofed.v1.ClientFinish} message ClientFinish
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            ClientFinish.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    if (options.bytes === $String)
                        object.signature = "";
                    else {
                        object.signature = [];
                        if (options.bytes !== $Array)
                            object.signature = $util.newBuffer(object.signature);
                    }
                    if (options.bytes === $String)
                        object.streamHeader = "";
                    else {
                        object.streamHeader = [];
                        if (options.bytes !== $Array)
                            object.streamHeader = $util.newBuffer(object.streamHeader);
                    }
                }
                if (message.signature != null && $Object.hasOwnProperty.call(message, "signature"))
                    object.signature = options.bytes === $String ? $util.base64.encode(message.signature, 0, message.signature.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.signature) : message.signature;
                if (message.streamHeader != null && $Object.hasOwnProperty.call(message, "streamHeader"))
                    object.streamHeader = options.bytes === $String ? $util.base64.encode(message.streamHeader, 0, message.streamHeader.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.streamHeader) : message.streamHeader;
                return object;
            };

            /**
             * Converts this ClientFinish to JSON.
             * @function toJSON
             * @memberof mammofed.v1.ClientFinish
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            ClientFinish.prototype.toJSON = function() {
                return ClientFinish.toObject(this, $protobuf.util.toJSONOptions);
            };

            /**
             * Gets the type url for ClientFinish
             * @function getTypeUrl
             * @memberof mammofed.v1.ClientFinish
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            ClientFinish.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/mammofed.v1.ClientFinish";
            };

            return ClientFinish;
        })();

        v1.Envelope = (function() {

            /**
             * Properties of an Envelope.
             * @typedef {Object} mammofed.v1.Envelope.$Properties
             * @property {number|null} [id] Envelope id
             * @property {number|null} [replyTo] Envelope replyTo
             * @property {mammofed.v1.Refused.$Properties|null} [refused] Envelope refused
             * @property {mammofed.v1.Enrol.$Properties|null} [enrol] Envelope enrol
             * @property {mammofed.v1.Enrolled.$Properties|null} [enrolled] Envelope enrolled
             * @property {mammofed.v1.Ready.$Properties|null} [ready] Envelope ready
             * @property {mammofed.v1.Welcome.$Properties|null} [welcome] Envelope welcome
             * @property {mammofed.v1.RosterUpdate.$Properties|null} [rosterUpdate] Envelope rosterUpdate
             * @property {mammofed.v1.RosterTaken.$Properties|null} [rosterTaken] Envelope rosterTaken
             * @property {mammofed.v1.TrainTask.$Properties|null} [trainTask] Envelope trainTask
             * @property {mammofed.v1.EvaluateTask.$Properties|null} [evaluateTask] Envelope evaluateTask
             * @property {mammofed.v1.CancelTask.$Properties|null} [cancelTask] Envelope cancelTask
             * @property {mammofed.v1.TaskAccepted.$Properties|null} [taskAccepted] Envelope taskAccepted
             * @property {mammofed.v1.Progress.$Properties|null} [progress] Envelope progress
             * @property {mammofed.v1.TaskFailed.$Properties|null} [taskFailed] Envelope taskFailed
             * @property {mammofed.v1.ChunkRequest.$Properties|null} [chunkRequest] Envelope chunkRequest
             * @property {mammofed.v1.Chunk.$Properties|null} [chunk] Envelope chunk
             * @property {mammofed.v1.UploadOpen.$Properties|null} [uploadOpen] Envelope uploadOpen
             * @property {mammofed.v1.UploadStatus.$Properties|null} [uploadStatus] Envelope uploadStatus
             * @property {mammofed.v1.UploadChunk.$Properties|null} [uploadChunk] Envelope uploadChunk
             * @property {mammofed.v1.EvaluationReport.$Properties|null} [evaluationReport] Envelope evaluationReport
             * @property {mammofed.v1.EvaluationStored.$Properties|null} [evaluationStored] Envelope evaluationStored
             * @property {mammofed.v1.RunOffer.$Properties|null} [runOffer] Envelope runOffer
             * @property {mammofed.v1.RunAgreed.$Properties|null} [runAgreed] Envelope runAgreed
             * @property {mammofed.v1.OfferAgain.$Properties|null} [offerAgain] Envelope offerAgain
             * @property {"refused"|"enrol"|"enrolled"|"ready"|"welcome"|"rosterUpdate"|"rosterTaken"|"trainTask"|"evaluateTask"|"cancelTask"|"taskAccepted"|"progress"|"taskFailed"|"chunkRequest"|"chunk"|"uploadOpen"|"uploadStatus"|"uploadChunk"|"evaluationReport"|"evaluationStored"|"runOffer"|"runAgreed"|"offerAgain"} [body] Envelope body
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an Envelope.
             * @memberof mammofed.v1
             * @interface IEnvelope
             * @augments mammofed.v1.Envelope.$Properties
             * @deprecated Use mammofed.v1.Envelope.$Properties instead.
             */

            /**
             * Narrowed shape of an Envelope.
             * @typedef {{
             *   id?: number|null;
             *   replyTo?: number|null;
             *   refused?: mammofed.v1.Refused.$Shape|null;
             *   enrol?: mammofed.v1.Enrol.$Shape|null;
             *   enrolled?: mammofed.v1.Enrolled.$Shape|null;
             *   ready?: mammofed.v1.Ready.$Shape|null;
             *   welcome?: mammofed.v1.Welcome.$Shape|null;
             *   rosterUpdate?: mammofed.v1.RosterUpdate.$Shape|null;
             *   rosterTaken?: mammofed.v1.RosterTaken.$Shape|null;
             *   trainTask?: mammofed.v1.TrainTask.$Shape|null;
             *   evaluateTask?: mammofed.v1.EvaluateTask.$Shape|null;
             *   cancelTask?: mammofed.v1.CancelTask.$Shape|null;
             *   taskAccepted?: mammofed.v1.TaskAccepted.$Shape|null;
             *   progress?: mammofed.v1.Progress.$Shape|null;
             *   taskFailed?: mammofed.v1.TaskFailed.$Shape|null;
             *   chunkRequest?: mammofed.v1.ChunkRequest.$Shape|null;
             *   chunk?: mammofed.v1.Chunk.$Shape|null;
             *   uploadOpen?: mammofed.v1.UploadOpen.$Shape|null;
             *   uploadStatus?: mammofed.v1.UploadStatus.$Shape|null;
             *   uploadChunk?: mammofed.v1.UploadChunk.$Shape|null;
             *   evaluationReport?: mammofed.v1.EvaluationReport.$Shape|null;
             *   evaluationStored?: mammofed.v1.EvaluationStored.$Shape|null;
             *   runOffer?: mammofed.v1.RunOffer.$Shape|null;
             *   runAgreed?: mammofed.v1.RunAgreed.$Shape|null;
             *   offerAgain?: mammofed.v1.OfferAgain.$Shape|null;
             *   $unknowns?: Array.<Uint8Array>;
             * } & (
             *   ({ body?: undefined; refused?: null; enrol?: null; enrolled?: null; ready?: null; welcome?: null; rosterUpdate?: null; rosterTaken?: null; trainTask?: null; evaluateTask?: null; cancelTask?: null; taskAccepted?: null; progress?: null; taskFailed?: null; chunkRequest?: null; chunk?: null; uploadOpen?: null; uploadStatus?: null; uploadChunk?: null; evaluationReport?: null; evaluationStored?: null; runOffer?: null; runAgreed?: null; offerAgain?: null }|{ body?: "refused"; refused: mammofed.v1.Refused.$Shape; enrol?: null; enrolled?: null; ready?: null; welcome?: null; rosterUpdate?: null; rosterTaken?: null; trainTask?: null; evaluateTask?: null; cancelTask?: null; taskAccepted?: null; progress?: null; taskFailed?: null; chunkRequest?: null; chunk?: null; uploadOpen?: null; uploadStatus?: null; uploadChunk?: null; evaluationReport?: null; evaluationStored?: null; runOffer?: null; runAgreed?: null; offerAgain?: null }|{ body?: "enrol"; refused?: null; enrol: mammofed.v1.Enrol.$Shape; enrolled?: null; ready?: null; welcome?: null; rosterUpdate?: null; rosterTaken?: null; trainTask?: null; evaluateTask?: null; cancelTask?: null; taskAccepted?: null; progress?: null; taskFailed?: null; chunkRequest?: null; chunk?: null; uploadOpen?: null; uploadStatus?: null; uploadChunk?: null; evaluationReport?: null; evaluationStored?: null; runOffer?: null; runAgreed?: null; offerAgain?: null }|{ body?: "enrolled"; refused?: null; enrol?: null; enrolled: mammofed.v1.Enrolled.$Shape; ready?: null; welcome?: null; rosterUpdate?: null; rosterTaken?: null; trainTask?: null; evaluateTask?: null; cancelTask?: null; taskAccepted?: null; progress?: null; taskFailed?: null; chunkRequest?: null; chunk?: null; uploadOpen?: null; uploadStatus?: null; uploadChunk?: null; evaluationReport?: null; evaluationStored?: null; runOffer?: null; runAgreed?: null; offerAgain?: null }|{ body?: "ready"; refused?: null; enrol?: null; enrolled?: null; ready: mammofed.v1.Ready.$Shape; welcome?: null; rosterUpdate?: null; rosterTaken?: null; trainTask?: null; evaluateTask?: null; cancelTask?: null; taskAccepted?: null; progress?: null; taskFailed?: null; chunkRequest?: null; chunk?: null; uploadOpen?: null; uploadStatus?: null; uploadChunk?: null; evaluationReport?: null; evaluationStored?: null; runOffer?: null; runAgreed?: null; offerAgain?: null }|{ body?: "welcome"; refused?: null; enrol?: null; enrolled?: null; ready?: null; welcome: mammofed.v1.Welcome.$Shape; rosterUpdate?: null; rosterTaken?: null; trainTask?: null; evaluateTask?: null; cancelTask?: null; taskAccepted?: null; progress?: null; taskFailed?: null; chunkRequest?: null; chunk?: null; uploadOpen?: null; uploadStatus?: null; uploadChunk?: null; evaluationReport?: null; evaluationStored?: null; runOffer?: null; runAgreed?: null; offerAgain?: null }|{ body?: "rosterUpdate"; refused?: null; enrol?: null; enrolled?: null; ready?: null; welcome?: null; rosterUpdate: mammofed.v1.RosterUpdate.$Shape; rosterTaken?: null; trainTask?: null; evaluateTask?: null; cancelTask?: null; taskAccepted?: null; progress?: null; taskFailed?: null; chunkRequest?: null; chunk?: null; uploadOpen?: null; uploadStatus?: null; uploadChunk?: null; evaluationReport?: null; evaluationStored?: null; runOffer?: null; runAgreed?: null; offerAgain?: null }|{ body?: "rosterTaken"; refused?: null; enrol?: null; enrolled?: null; ready?: null; welcome?: null; rosterUpdate?: null; rosterTaken: mammofed.v1.RosterTaken.$Shape; trainTask?: null; evaluateTask?: null; cancelTask?: null; taskAccepted?: null; progress?: null; taskFailed?: null; chunkRequest?: null; chunk?: null; uploadOpen?: null; uploadStatus?: null; uploadChunk?: null; evaluationReport?: null; evaluationStored?: null; runOffer?: null; runAgreed?: null; offerAgain?: null }|{ body?: "trainTask"; refused?: null; enrol?: null; enrolled?: null; ready?: null; welcome?: null; rosterUpdate?: null; rosterTaken?: null; trainTask: mammofed.v1.TrainTask.$Shape; evaluateTask?: null; cancelTask?: null; taskAccepted?: null; progress?: null; taskFailed?: null; chunkRequest?: null; chunk?: null; uploadOpen?: null; uploadStatus?: null; uploadChunk?: null; evaluationReport?: null; evaluationStored?: null; runOffer?: null; runAgreed?: null; offerAgain?: null }|{ body?: "evaluateTask"; refused?: null; enrol?: null; enrolled?: null; ready?: null; welcome?: null; rosterUpdate?: null; rosterTaken?: null; trainTask?: null; evaluateTask: mammofed.v1.EvaluateTask.$Shape; cancelTask?: null; taskAccepted?: null; progress?: null; taskFailed?: null; chunkRequest?: null; chunk?: null; uploadOpen?: null; uploadStatus?: null; uploadChunk?: null; evaluationReport?: null; evaluationStored?: null; runOffer?: null; runAgreed?: null; offerAgain?: null }|{ body?: "cancelTask"; refused?: null; enrol?: null; enrolled?: null; ready?: null; welcome?: null; rosterUpdate?: null; rosterTaken?: null; trainTask?: null; evaluateTask?: null; cancelTask: mammofed.v1.CancelTask.$Shape; taskAccepted?: null; progress?: null; taskFailed?: null; chunkRequest?: null; chunk?: null; uploadOpen?: null; uploadStatus?: null; uploadChunk?: null; evaluationReport?: null; evaluationStored?: null; runOffer?: null; runAgreed?: null; offerAgain?: null }|{ body?: "taskAccepted"; refused?: null; enrol?: null; enrolled?: null; ready?: null; welcome?: null; rosterUpdate?: null; rosterTaken?: null; trainTask?: null; evaluateTask?: null; cancelTask?: null; taskAccepted: mammofed.v1.TaskAccepted.$Shape; progress?: null; taskFailed?: null; chunkRequest?: null; chunk?: null; uploadOpen?: null; uploadStatus?: null; uploadChunk?: null; evaluationReport?: null; evaluationStored?: null; runOffer?: null; runAgreed?: null; offerAgain?: null }|{ body?: "progress"; refused?: null; enrol?: null; enrolled?: null; ready?: null; welcome?: null; rosterUpdate?: null; rosterTaken?: null; trainTask?: null; evaluateTask?: null; cancelTask?: null; taskAccepted?: null; progress: mammofed.v1.Progress.$Shape; taskFailed?: null; chunkRequest?: null; chunk?: null; uploadOpen?: null; uploadStatus?: null; uploadChunk?: null; evaluationReport?: null; evaluationStored?: null; runOffer?: null; runAgreed?: null; offerAgain?: null }|{ body?: "taskFailed"; refused?: null; enrol?: null; enrolled?: null; ready?: null; welcome?: null; rosterUpdate?: null; rosterTaken?: null; trainTask?: null; evaluateTask?: null; cancelTask?: null; taskAccepted?: null; progress?: null; taskFailed: mammofed.v1.TaskFailed.$Shape; chunkRequest?: null; chunk?: null; uploadOpen?: null; uploadStatus?: null; uploadChunk?: null; evaluationReport?: null; evaluationStored?: null; runOffer?: null; runAgreed?: null; offerAgain?: null }|{ body?: "chunkRequest"; refused?: null; enrol?: null; enrolled?: null; ready?: null; welcome?: null; rosterUpdate?: null; rosterTaken?: null; trainTask?: null; evaluateTask?: null; cancelTask?: null; taskAccepted?: null; progress?: null; taskFailed?: null; chunkRequest: mammofed.v1.ChunkRequest.$Shape; chunk?: null; uploadOpen?: null; uploadStatus?: null; uploadChunk?: null; evaluationReport?: null; evaluationStored?: null; runOffer?: null; runAgreed?: null; offerAgain?: null }|{ body?: "chunk"; refused?: null; enrol?: null; enrolled?: null; ready?: null; welcome?: null; rosterUpdate?: null; rosterTaken?: null; trainTask?: null; evaluateTask?: null; cancelTask?: null; taskAccepted?: null; progress?: null; taskFailed?: null; chunkRequest?: null; chunk: mammofed.v1.Chunk.$Shape; uploadOpen?: null; uploadStatus?: null; uploadChunk?: null; evaluationReport?: null; evaluationStored?: null; runOffer?: null; runAgreed?: null; offerAgain?: null }|{ body?: "uploadOpen"; refused?: null; enrol?: null; enrolled?: null; ready?: null; welcome?: null; rosterUpdate?: null; rosterTaken?: null; trainTask?: null; evaluateTask?: null; cancelTask?: null; taskAccepted?: null; progress?: null; taskFailed?: null; chunkRequest?: null; chunk?: null; uploadOpen: mammofed.v1.UploadOpen.$Shape; uploadStatus?: null; uploadChunk?: null; evaluationReport?: null; evaluationStored?: null; runOffer?: null; runAgreed?: null; offerAgain?: null }|{ body?: "uploadStatus"; refused?: null; enrol?: null; enrolled?: null; ready?: null; welcome?: null; rosterUpdate?: null; rosterTaken?: null; trainTask?: null; evaluateTask?: null; cancelTask?: null; taskAccepted?: null; progress?: null; taskFailed?: null; chunkRequest?: null; chunk?: null; uploadOpen?: null; uploadStatus: mammofed.v1.UploadStatus.$Shape; uploadChunk?: null; evaluationReport?: null; evaluationStored?: null; runOffer?: null; runAgreed?: null; offerAgain?: null }|{ body?: "uploadChunk"; refused?: null; enrol?: null; enrolled?: null; ready?: null; welcome?: null; rosterUpdate?: null; rosterTaken?: null; trainTask?: null; evaluateTask?: null; cancelTask?: null; taskAccepted?: null; progress?: null; taskFailed?: null; chunkRequest?: null; chunk?: null; uploadOpen?: null; uploadStatus?: null; uploadChunk: mammofed.v1.UploadChunk.$Shape; evaluationReport?: null; evaluationStored?: null; runOffer?: null; runAgreed?: null; offerAgain?: null }|{ body?: "evaluationReport"; refused?: null; enrol?: null; enrolled?: null; ready?: null; welcome?: null; rosterUpdate?: null; rosterTaken?: null; trainTask?: null; evaluateTask?: null; cancelTask?: null; taskAccepted?: null; progress?: null; taskFailed?: null; chunkRequest?: null; chunk?: null; uploadOpen?: null; uploadStatus?: null; uploadChunk?: null; evaluationReport: mammofed.v1.EvaluationReport.$Shape; evaluationStored?: null; runOffer?: null; runAgreed?: null; offerAgain?: null }|{ body?: "evaluationStored"; refused?: null; enrol?: null; enrolled?: null; ready?: null; welcome?: null; rosterUpdate?: null; rosterTaken?: null; trainTask?: null; evaluateTask?: null; cancelTask?: null; taskAccepted?: null; progress?: null; taskFailed?: null; chunkRequest?: null; chunk?: null; uploadOpen?: null; uploadStatus?: null; uploadChunk?: null; evaluationReport?: null; evaluationStored: mammofed.v1.EvaluationStored.$Shape; runOffer?: null; runAgreed?: null; offerAgain?: null }|{ body?: "runOffer"; refused?: null; enrol?: null; enrolled?: null; ready?: null; welcome?: null; rosterUpdate?: null; rosterTaken?: null; trainTask?: null; evaluateTask?: null; cancelTask?: null; taskAccepted?: null; progress?: null; taskFailed?: null; chunkRequest?: null; chunk?: null; uploadOpen?: null; uploadStatus?: null; uploadChunk?: null; evaluationReport?: null; evaluationStored?: null; runOffer: mammofed.v1.RunOffer.$Shape; runAgreed?: null; offerAgain?: null }|{ body?: "runAgreed"; refused?: null; enrol?: null; enrolled?: null; ready?: null; welcome?: null; rosterUpdate?: null; rosterTaken?: null; trainTask?: null; evaluateTask?: null; cancelTask?: null; taskAccepted?: null; progress?: null; taskFailed?: null; chunkRequest?: null; chunk?: null; uploadOpen?: null; uploadStatus?: null; uploadChunk?: null; evaluationReport?: null; evaluationStored?: null; runOffer?: null; runAgreed: mammofed.v1.RunAgreed.$Shape; offerAgain?: null }|{ body?: "offerAgain"; refused?: null; enrol?: null; enrolled?: null; ready?: null; welcome?: null; rosterUpdate?: null; rosterTaken?: null; trainTask?: null; evaluateTask?: null; cancelTask?: null; taskAccepted?: null; progress?: null; taskFailed?: null; chunkRequest?: null; chunk?: null; uploadOpen?: null; uploadStatus?: null; uploadChunk?: null; evaluationReport?: null; evaluationStored?: null; runOffer?: null; runAgreed?: null; offerAgain: mammofed.v1.OfferAgain.$Shape })
             * )} mammofed.v1.Envelope.$Shape
             */

            /**
             * Constructs a new Envelope.
             * @memberof mammofed.v1
             * @classdesc Represents an Envelope.
             * @constructor
             * @param {mammofed.v1.Envelope.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Envelope = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Envelope id.
             * @member {number} id
             * @memberof mammofed.v1.Envelope
             * @instance
             */
            Envelope.prototype.id = 0;

            /**
             * Envelope replyTo.
             * @member {number} replyTo
             * @memberof mammofed.v1.Envelope
             * @instance
             */
            Envelope.prototype.replyTo = 0;

            /**
             * Envelope refused.
             * @member {mammofed.v1.Refused.$Properties|null|undefined} refused
             * @memberof mammofed.v1.Envelope
             * @instance
             */
            Envelope.prototype.refused = null;

            /**
             * Envelope enrol.
             * @member {mammofed.v1.Enrol.$Properties|null|undefined} enrol
             * @memberof mammofed.v1.Envelope
             * @instance
             */
            Envelope.prototype.enrol = null;

            /**
             * Envelope enrolled.
             * @member {mammofed.v1.Enrolled.$Properties|null|undefined} enrolled
             * @memberof mammofed.v1.Envelope
             * @instance
             */
            Envelope.prototype.enrolled = null;

            /**
             * Envelope ready.
             * @member {mammofed.v1.Ready.$Properties|null|undefined} ready
             * @memberof mammofed.v1.Envelope
             * @instance
             */
            Envelope.prototype.ready = null;

            /**
             * Envelope welcome.
             * @member {mammofed.v1.Welcome.$Properties|null|undefined} welcome
             * @memberof mammofed.v1.Envelope
             * @instance
             */
            Envelope.prototype.welcome = null;

            /**
             * Envelope rosterUpdate.
             * @member {mammofed.v1.RosterUpdate.$Properties|null|undefined} rosterUpdate
             * @memberof mammofed.v1.Envelope
             * @instance
             */
            Envelope.prototype.rosterUpdate = null;

            /**
             * Envelope rosterTaken.
             * @member {mammofed.v1.RosterTaken.$Properties|null|undefined} rosterTaken
             * @memberof mammofed.v1.Envelope
             * @instance
             */
            Envelope.prototype.rosterTaken = null;

            /**
             * Envelope trainTask.
             * @member {mammofed.v1.TrainTask.$Properties|null|undefined} trainTask
             * @memberof mammofed.v1.Envelope
             * @instance
             */
            Envelope.prototype.trainTask = null;

            /**
             * Envelope evaluateTask.
             * @member {mammofed.v1.EvaluateTask.$Properties|null|undefined} evaluateTask
             * @memberof mammofed.v1.Envelope
             * @instance
             */
            Envelope.prototype.evaluateTask = null;

            /**
             * Envelope cancelTask.
             * @member {mammofed.v1.CancelTask.$Properties|null|undefined} cancelTask
             * @memberof mammofed.v1.Envelope
             * @instance
             */
            Envelope.prototype.cancelTask = null;

            /**
             * Envelope taskAccepted.
             * @member {mammofed.v1.TaskAccepted.$Properties|null|undefined} taskAccepted
             * @memberof mammofed.v1.Envelope
             * @instance
             */
            Envelope.prototype.taskAccepted = null;

            /**
             * Envelope progress.
             * @member {mammofed.v1.Progress.$Properties|null|undefined} progress
             * @memberof mammofed.v1.Envelope
             * @instance
             */
            Envelope.prototype.progress = null;

            /**
             * Envelope taskFailed.
             * @member {mammofed.v1.TaskFailed.$Properties|null|undefined} taskFailed
             * @memberof mammofed.v1.Envelope
             * @instance
             */
            Envelope.prototype.taskFailed = null;

            /**
             * Envelope chunkRequest.
             * @member {mammofed.v1.ChunkRequest.$Properties|null|undefined} chunkRequest
             * @memberof mammofed.v1.Envelope
             * @instance
             */
            Envelope.prototype.chunkRequest = null;

            /**
             * Envelope chunk.
             * @member {mammofed.v1.Chunk.$Properties|null|undefined} chunk
             * @memberof mammofed.v1.Envelope
             * @instance
             */
            Envelope.prototype.chunk = null;

            /**
             * Envelope uploadOpen.
             * @member {mammofed.v1.UploadOpen.$Properties|null|undefined} uploadOpen
             * @memberof mammofed.v1.Envelope
             * @instance
             */
            Envelope.prototype.uploadOpen = null;

            /**
             * Envelope uploadStatus.
             * @member {mammofed.v1.UploadStatus.$Properties|null|undefined} uploadStatus
             * @memberof mammofed.v1.Envelope
             * @instance
             */
            Envelope.prototype.uploadStatus = null;

            /**
             * Envelope uploadChunk.
             * @member {mammofed.v1.UploadChunk.$Properties|null|undefined} uploadChunk
             * @memberof mammofed.v1.Envelope
             * @instance
             */
            Envelope.prototype.uploadChunk = null;

            /**
             * Envelope evaluationReport.
             * @member {mammofed.v1.EvaluationReport.$Properties|null|undefined} evaluationReport
             * @memberof mammofed.v1.Envelope
             * @instance
             */
            Envelope.prototype.evaluationReport = null;

            /**
             * Envelope evaluationStored.
             * @member {mammofed.v1.EvaluationStored.$Properties|null|undefined} evaluationStored
             * @memberof mammofed.v1.Envelope
             * @instance
             */
            Envelope.prototype.evaluationStored = null;

            /**
             * Envelope runOffer.
             * @member {mammofed.v1.RunOffer.$Properties|null|undefined} runOffer
             * @memberof mammofed.v1.Envelope
             * @instance
             */
            Envelope.prototype.runOffer = null;

            /**
             * Envelope runAgreed.
             * @member {mammofed.v1.RunAgreed.$Properties|null|undefined} runAgreed
             * @memberof mammofed.v1.Envelope
             * @instance
             */
            Envelope.prototype.runAgreed = null;

            /**
             * Envelope offerAgain.
             * @member {mammofed.v1.OfferAgain.$Properties|null|undefined} offerAgain
             * @memberof mammofed.v1.Envelope
             * @instance
             */
            Envelope.prototype.offerAgain = null;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            /**
             * Envelope body.
             * @member {"refused"|"enrol"|"enrolled"|"ready"|"welcome"|"rosterUpdate"|"rosterTaken"|"trainTask"|"evaluateTask"|"cancelTask"|"taskAccepted"|"progress"|"taskFailed"|"chunkRequest"|"chunk"|"uploadOpen"|"uploadStatus"|"uploadChunk"|"evaluationReport"|"evaluationStored"|"runOffer"|"runAgreed"|"offerAgain"|undefined} body
             * @memberof mammofed.v1.Envelope
             * @instance
             */
            $Object.defineProperty(Envelope.prototype, "body", {
                get: $util.oneOfGetter($oneOfFields = ["refused", "enrol", "enrolled", "ready", "welcome", "rosterUpdate", "rosterTaken", "trainTask", "evaluateTask", "cancelTask", "taskAccepted", "progress", "taskFailed", "chunkRequest", "chunk", "uploadOpen", "uploadStatus", "uploadChunk", "evaluationReport", "evaluationStored", "runOffer", "runAgreed", "offerAgain"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Encodes the specified Envelope message. Does not implicitly {@link mammofed.v1.Envelope.verify|verify} messages.
             * @function encode
             * @memberof mammofed.v1.Envelope
             * @static
             * @param {mammofed.v1.Envelope.$Properties} message Envelope message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Envelope.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.id != null && $Object.hasOwnProperty.call(message, "id") && message.id !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.id);
                if (message.replyTo != null && $Object.hasOwnProperty.call(message, "replyTo") && message.replyTo !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.replyTo);
                if (message.refused != null && $Object.hasOwnProperty.call(message, "refused"))
                    $root.mammofed.v1.Refused.encode(message.refused, writer.uint32(/* id 10, wireType 2 =*/82).fork(), _depth + 1).ldelim();
                if (message.enrol != null && $Object.hasOwnProperty.call(message, "enrol"))
                    $root.mammofed.v1.Enrol.encode(message.enrol, writer.uint32(/* id 20, wireType 2 =*/162).fork(), _depth + 1).ldelim();
                if (message.enrolled != null && $Object.hasOwnProperty.call(message, "enrolled"))
                    $root.mammofed.v1.Enrolled.encode(message.enrolled, writer.uint32(/* id 21, wireType 2 =*/170).fork(), _depth + 1).ldelim();
                if (message.ready != null && $Object.hasOwnProperty.call(message, "ready"))
                    $root.mammofed.v1.Ready.encode(message.ready, writer.uint32(/* id 30, wireType 2 =*/242).fork(), _depth + 1).ldelim();
                if (message.welcome != null && $Object.hasOwnProperty.call(message, "welcome"))
                    $root.mammofed.v1.Welcome.encode(message.welcome, writer.uint32(/* id 31, wireType 2 =*/250).fork(), _depth + 1).ldelim();
                if (message.rosterUpdate != null && $Object.hasOwnProperty.call(message, "rosterUpdate"))
                    $root.mammofed.v1.RosterUpdate.encode(message.rosterUpdate, writer.uint32(/* id 32, wireType 2 =*/258).fork(), _depth + 1).ldelim();
                if (message.rosterTaken != null && $Object.hasOwnProperty.call(message, "rosterTaken"))
                    $root.mammofed.v1.RosterTaken.encode(message.rosterTaken, writer.uint32(/* id 33, wireType 2 =*/266).fork(), _depth + 1).ldelim();
                if (message.trainTask != null && $Object.hasOwnProperty.call(message, "trainTask"))
                    $root.mammofed.v1.TrainTask.encode(message.trainTask, writer.uint32(/* id 40, wireType 2 =*/322).fork(), _depth + 1).ldelim();
                if (message.evaluateTask != null && $Object.hasOwnProperty.call(message, "evaluateTask"))
                    $root.mammofed.v1.EvaluateTask.encode(message.evaluateTask, writer.uint32(/* id 41, wireType 2 =*/330).fork(), _depth + 1).ldelim();
                if (message.cancelTask != null && $Object.hasOwnProperty.call(message, "cancelTask"))
                    $root.mammofed.v1.CancelTask.encode(message.cancelTask, writer.uint32(/* id 42, wireType 2 =*/338).fork(), _depth + 1).ldelim();
                if (message.taskAccepted != null && $Object.hasOwnProperty.call(message, "taskAccepted"))
                    $root.mammofed.v1.TaskAccepted.encode(message.taskAccepted, writer.uint32(/* id 43, wireType 2 =*/346).fork(), _depth + 1).ldelim();
                if (message.progress != null && $Object.hasOwnProperty.call(message, "progress"))
                    $root.mammofed.v1.Progress.encode(message.progress, writer.uint32(/* id 44, wireType 2 =*/354).fork(), _depth + 1).ldelim();
                if (message.taskFailed != null && $Object.hasOwnProperty.call(message, "taskFailed"))
                    $root.mammofed.v1.TaskFailed.encode(message.taskFailed, writer.uint32(/* id 45, wireType 2 =*/362).fork(), _depth + 1).ldelim();
                if (message.chunkRequest != null && $Object.hasOwnProperty.call(message, "chunkRequest"))
                    $root.mammofed.v1.ChunkRequest.encode(message.chunkRequest, writer.uint32(/* id 50, wireType 2 =*/402).fork(), _depth + 1).ldelim();
                if (message.chunk != null && $Object.hasOwnProperty.call(message, "chunk"))
                    $root.mammofed.v1.Chunk.encode(message.chunk, writer.uint32(/* id 51, wireType 2 =*/410).fork(), _depth + 1).ldelim();
                if (message.uploadOpen != null && $Object.hasOwnProperty.call(message, "uploadOpen"))
                    $root.mammofed.v1.UploadOpen.encode(message.uploadOpen, writer.uint32(/* id 60, wireType 2 =*/482).fork(), _depth + 1).ldelim();
                if (message.uploadStatus != null && $Object.hasOwnProperty.call(message, "uploadStatus"))
                    $root.mammofed.v1.UploadStatus.encode(message.uploadStatus, writer.uint32(/* id 61, wireType 2 =*/490).fork(), _depth + 1).ldelim();
                if (message.uploadChunk != null && $Object.hasOwnProperty.call(message, "uploadChunk"))
                    $root.mammofed.v1.UploadChunk.encode(message.uploadChunk, writer.uint32(/* id 62, wireType 2 =*/498).fork(), _depth + 1).ldelim();
                if (message.evaluationReport != null && $Object.hasOwnProperty.call(message, "evaluationReport"))
                    $root.mammofed.v1.EvaluationReport.encode(message.evaluationReport, writer.uint32(/* id 70, wireType 2 =*/562).fork(), _depth + 1).ldelim();
                if (message.evaluationStored != null && $Object.hasOwnProperty.call(message, "evaluationStored"))
                    $root.mammofed.v1.EvaluationStored.encode(message.evaluationStored, writer.uint32(/* id 71, wireType 2 =*/570).fork(), _depth + 1).ldelim();
                if (message.runOffer != null && $Object.hasOwnProperty.call(message, "runOffer"))
                    $root.mammofed.v1.RunOffer.encode(message.runOffer, writer.uint32(/* id 100, wireType 2 =*/802).fork(), _depth + 1).ldelim();
                if (message.runAgreed != null && $Object.hasOwnProperty.call(message, "runAgreed"))
                    $root.mammofed.v1.RunAgreed.encode(message.runAgreed, writer.uint32(/* id 101, wireType 2 =*/810).fork(), _depth + 1).ldelim();
                if (message.offerAgain != null && $Object.hasOwnProperty.call(message, "offerAgain"))
                    $root.mammofed.v1.OfferAgain.encode(message.offerAgain, writer.uint32(/* id 102, wireType 2 =*/818).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an Envelope message from the specified reader or buffer.
             * @function decode
             * @memberof mammofed.v1.Envelope
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {mammofed.v1.Envelope & mammofed.v1.Envelope.$Shape} Envelope
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Envelope.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.mammofed.v1.Envelope();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.id = value;
                            else
                                delete message.id;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.replyTo = value;
                            else
                                delete message.replyTo;
                            continue;
                        }
                    case 10: {
                            if (wireType !== 2)
                                break;
                            message.refused = $root.mammofed.v1.Refused.decode(reader, reader.size(), $undefined, _depth + 1, message.refused);
                            message.body = "refused";
                            continue;
                        }
                    case 20: {
                            if (wireType !== 2)
                                break;
                            message.enrol = $root.mammofed.v1.Enrol.decode(reader, reader.size(), $undefined, _depth + 1, message.enrol);
                            message.body = "enrol";
                            continue;
                        }
                    case 21: {
                            if (wireType !== 2)
                                break;
                            message.enrolled = $root.mammofed.v1.Enrolled.decode(reader, reader.size(), $undefined, _depth + 1, message.enrolled);
                            message.body = "enrolled";
                            continue;
                        }
                    case 30: {
                            if (wireType !== 2)
                                break;
                            message.ready = $root.mammofed.v1.Ready.decode(reader, reader.size(), $undefined, _depth + 1, message.ready);
                            message.body = "ready";
                            continue;
                        }
                    case 31: {
                            if (wireType !== 2)
                                break;
                            message.welcome = $root.mammofed.v1.Welcome.decode(reader, reader.size(), $undefined, _depth + 1, message.welcome);
                            message.body = "welcome";
                            continue;
                        }
                    case 32: {
                            if (wireType !== 2)
                                break;
                            message.rosterUpdate = $root.mammofed.v1.RosterUpdate.decode(reader, reader.size(), $undefined, _depth + 1, message.rosterUpdate);
                            message.body = "rosterUpdate";
                            continue;
                        }
                    case 33: {
                            if (wireType !== 2)
                                break;
                            message.rosterTaken = $root.mammofed.v1.RosterTaken.decode(reader, reader.size(), $undefined, _depth + 1, message.rosterTaken);
                            message.body = "rosterTaken";
                            continue;
                        }
                    case 40: {
                            if (wireType !== 2)
                                break;
                            message.trainTask = $root.mammofed.v1.TrainTask.decode(reader, reader.size(), $undefined, _depth + 1, message.trainTask);
                            message.body = "trainTask";
                            continue;
                        }
                    case 41: {
                            if (wireType !== 2)
                                break;
                            message.evaluateTask = $root.mammofed.v1.EvaluateTask.decode(reader, reader.size(), $undefined, _depth + 1, message.evaluateTask);
                            message.body = "evaluateTask";
                            continue;
                        }
                    case 42: {
                            if (wireType !== 2)
                                break;
                            message.cancelTask = $root.mammofed.v1.CancelTask.decode(reader, reader.size(), $undefined, _depth + 1, message.cancelTask);
                            message.body = "cancelTask";
                            continue;
                        }
                    case 43: {
                            if (wireType !== 2)
                                break;
                            message.taskAccepted = $root.mammofed.v1.TaskAccepted.decode(reader, reader.size(), $undefined, _depth + 1, message.taskAccepted);
                            message.body = "taskAccepted";
                            continue;
                        }
                    case 44: {
                            if (wireType !== 2)
                                break;
                            message.progress = $root.mammofed.v1.Progress.decode(reader, reader.size(), $undefined, _depth + 1, message.progress);
                            message.body = "progress";
                            continue;
                        }
                    case 45: {
                            if (wireType !== 2)
                                break;
                            message.taskFailed = $root.mammofed.v1.TaskFailed.decode(reader, reader.size(), $undefined, _depth + 1, message.taskFailed);
                            message.body = "taskFailed";
                            continue;
                        }
                    case 50: {
                            if (wireType !== 2)
                                break;
                            message.chunkRequest = $root.mammofed.v1.ChunkRequest.decode(reader, reader.size(), $undefined, _depth + 1, message.chunkRequest);
                            message.body = "chunkRequest";
                            continue;
                        }
                    case 51: {
                            if (wireType !== 2)
                                break;
                            message.chunk = $root.mammofed.v1.Chunk.decode(reader, reader.size(), $undefined, _depth + 1, message.chunk);
                            message.body = "chunk";
                            continue;
                        }
                    case 60: {
                            if (wireType !== 2)
                                break;
                            message.uploadOpen = $root.mammofed.v1.UploadOpen.decode(reader, reader.size(), $undefined, _depth + 1, message.uploadOpen);
                            message.body = "uploadOpen";
                            continue;
                        }
                    case 61: {
                            if (wireType !== 2)
                                break;
                            message.uploadStatus = $root.mammofed.v1.UploadStatus.decode(reader, reader.size(), $undefined, _depth + 1, message.uploadStatus);
                            message.body = "uploadStatus";
                            continue;
                        }
                    case 62: {
                            if (wireType !== 2)
                                break;
                            message.uploadChunk = $root.mammofed.v1.UploadChunk.decode(reader, reader.size(), $undefined, _depth + 1, message.uploadChunk);
                            message.body = "uploadChunk";
                            continue;
                        }
                    case 70: {
                            if (wireType !== 2)
                                break;
                            message.evaluationReport = $root.mammofed.v1.EvaluationReport.decode(reader, reader.size(), $undefined, _depth + 1, message.evaluationReport);
                            message.body = "evaluationReport";
                            continue;
                        }
                    case 71: {
                            if (wireType !== 2)
                                break;
                            message.evaluationStored = $root.mammofed.v1.EvaluationStored.decode(reader, reader.size(), $undefined, _depth + 1, message.evaluationStored);
                            message.body = "evaluationStored";
                            continue;
                        }
                    case 100: {
                            if (wireType !== 2)
                                break;
                            message.runOffer = $root.mammofed.v1.RunOffer.decode(reader, reader.size(), $undefined, _depth + 1, message.runOffer);
                            message.body = "runOffer";
                            continue;
                        }
                    case 101: {
                            if (wireType !== 2)
                                break;
                            message.runAgreed = $root.mammofed.v1.RunAgreed.decode(reader, reader.size(), $undefined, _depth + 1, message.runAgreed);
                            message.body = "runAgreed";
                            continue;
                        }
                    case 102: {
                            if (wireType !== 2)
                                break;
                            message.offerAgain = $root.mammofed.v1.OfferAgain.decode(reader, reader.size(), $undefined, _depth + 1, message.offerAgain);
                            message.body = "offerAgain";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates an Envelope message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof mammofed.v1.Envelope
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {mammofed.v1.Envelope} Envelope
             */
            Envelope.fromObject = function (object, _depth) {
                if (object instanceof $root.mammofed.v1.Envelope)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".mammofed.v1.Envelope: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.mammofed.v1.Envelope();
                if (object.id != null)
                    if ($Number(object.id) !== 0)
                        message.id = object.id >>> 0;
                if (object.replyTo != null)
                    if ($Number(object.replyTo) !== 0)
                        message.replyTo = object.replyTo >>> 0;
                if (object.refused != null) {
                    if (!$util.isObject(object.refused))
                        throw $TypeError(".mammofed.v1.Envelope.refused: object expected");
                    message.refused = $root.mammofed.v1.Refused.fromObject(object.refused, _depth + 1);
                }
                if (object.enrol != null) {
                    if (!$util.isObject(object.enrol))
                        throw $TypeError(".mammofed.v1.Envelope.enrol: object expected");
                    message.enrol = $root.mammofed.v1.Enrol.fromObject(object.enrol, _depth + 1);
                }
                if (object.enrolled != null) {
                    if (!$util.isObject(object.enrolled))
                        throw $TypeError(".mammofed.v1.Envelope.enrolled: object expected");
                    message.enrolled = $root.mammofed.v1.Enrolled.fromObject(object.enrolled, _depth + 1);
                }
                if (object.ready != null) {
                    if (!$util.isObject(object.ready))
                        throw $TypeError(".mammofed.v1.Envelope.ready: object expected");
                    message.ready = $root.mammofed.v1.Ready.fromObject(object.ready, _depth + 1);
                }
                if (object.welcome != null) {
                    if (!$util.isObject(object.welcome))
                        throw $TypeError(".mammofed.v1.Envelope.welcome: object expected");
                    message.welcome = $root.mammofed.v1.Welcome.fromObject(object.welcome, _depth + 1);
                }
                if (object.rosterUpdate != null) {
                    if (!$util.isObject(object.rosterUpdate))
                        throw $TypeError(".mammofed.v1.Envelope.rosterUpdate: object expected");
                    message.rosterUpdate = $root.mammofed.v1.RosterUpdate.fromObject(object.rosterUpdate, _depth + 1);
                }
                if (object.rosterTaken != null) {
                    if (!$util.isObject(object.rosterTaken))
                        throw $TypeError(".mammofed.v1.Envelope.rosterTaken: object expected");
                    message.rosterTaken = $root.mammofed.v1.RosterTaken.fromObject(object.rosterTaken, _depth + 1);
                }
                if (object.trainTask != null) {
                    if (!$util.isObject(object.trainTask))
                        throw $TypeError(".mammofed.v1.Envelope.trainTask: object expected");
                    message.trainTask = $root.mammofed.v1.TrainTask.fromObject(object.trainTask, _depth + 1);
                }
                if (object.evaluateTask != null) {
                    if (!$util.isObject(object.evaluateTask))
                        throw $TypeError(".mammofed.v1.Envelope.evaluateTask: object expected");
                    message.evaluateTask = $root.mammofed.v1.EvaluateTask.fromObject(object.evaluateTask, _depth + 1);
                }
                if (object.cancelTask != null) {
                    if (!$util.isObject(object.cancelTask))
                        throw $TypeError(".mammofed.v1.Envelope.cancelTask: object expected");
                    message.cancelTask = $root.mammofed.v1.CancelTask.fromObject(object.cancelTask, _depth + 1);
                }
                if (object.taskAccepted != null) {
                    if (!$util.isObject(object.taskAccepted))
                        throw $TypeError(".mammofed.v1.Envelope.taskAccepted: object expected");
                    message.taskAccepted = $root.mammofed.v1.TaskAccepted.fromObject(object.taskAccepted, _depth + 1);
                }
                if (object.progress != null) {
                    if (!$util.isObject(object.progress))
                        throw $TypeError(".mammofed.v1.Envelope.progress: object expected");
                    message.progress = $root.mammofed.v1.Progress.fromObject(object.progress, _depth + 1);
                }
                if (object.taskFailed != null) {
                    if (!$util.isObject(object.taskFailed))
                        throw $TypeError(".mammofed.v1.Envelope.taskFailed: object expected");
                    message.taskFailed = $root.mammofed.v1.TaskFailed.fromObject(object.taskFailed, _depth + 1);
                }
                if (object.chunkRequest != null) {
                    if (!$util.isObject(object.chunkRequest))
                        throw $TypeError(".mammofed.v1.Envelope.chunkRequest: object expected");
                    message.chunkRequest = $root.mammofed.v1.ChunkRequest.fromObject(object.chunkRequest, _depth + 1);
                }
                if (object.chunk != null) {
                    if (!$util.isObject(object.chunk))
                        throw $TypeError(".mammofed.v1.Envelope.chunk: object expected");
                    message.chunk = $root.mammofed.v1.Chunk.fromObject(object.chunk, _depth + 1);
                }
                if (object.uploadOpen != null) {
                    if (!$util.isObject(object.uploadOpen))
                        throw $TypeError(".mammofed.v1.Envelope.uploadOpen: object expected");
                    message.uploadOpen = $root.mammofed.v1.UploadOpen.fromObject(object.uploadOpen, _depth + 1);
                }
                if (object.uploadStatus != null) {
                    if (!$util.isObject(object.uploadStatus))
                        throw $TypeError(".mammofed.v1.Envelope.uploadStatus: object expected");
                    message.uploadStatus = $root.mammofed.v1.UploadStatus.fromObject(object.uploadStatus, _depth + 1);
                }
                if (object.uploadChunk != null) {
                    if (!$util.isObject(object.uploadChunk))
                        throw $TypeError(".mammofed.v1.Envelope.uploadChunk: object expected");
                    message.uploadChunk = $root.mammofed.v1.UploadChunk.fromObject(object.uploadChunk, _depth + 1);
                }
                if (object.evaluationReport != null) {
                    if (!$util.isObject(object.evaluationReport))
                        throw $TypeError(".mammofed.v1.Envelope.evaluationReport: object expected");
                    message.evaluationReport = $root.mammofed.v1.EvaluationReport.fromObject(object.evaluationReport, _depth + 1);
                }
                if (object.evaluationStored != null) {
                    if (!$util.isObject(object.evaluationStored))
                        throw $TypeError(".mammofed.v1.Envelope.evaluationStored: object expected");
                    message.evaluationStored = $root.mammofed.v1.EvaluationStored.fromObject(object.evaluationStored, _depth + 1);
                }
                if (object.runOffer != null) {
                    if (!$util.isObject(object.runOffer))
                        throw $TypeError(".mammofed.v1.Envelope.runOffer: object expected");
                    message.runOffer = $root.mammofed.v1.RunOffer.fromObject(object.runOffer, _depth + 1);
                }
                if (object.runAgreed != null) {
                    if (!$util.isObject(object.runAgreed))
                        throw $TypeError(".mammofed.v1.Envelope.runAgreed: object expected");
                    message.runAgreed = $root.mammofed.v1.RunAgreed.fromObject(object.runAgreed, _depth + 1);
                }
                if (object.offerAgain != null) {
                    if (!$util.isObject(object.offerAgain))
                        throw $TypeError(".mammofed.v1.Envelope.offerAgain: object expected");
                    message.offerAgain = $root.mammofed.v1.OfferAgain.fromObject(object.offerAgain, _depth + 1);
                }
                return message;
            };

            /**
             * Creates a plain object from an Envelope message. Also converts values to other types if specified.
             * @function toObject
             * @memberof mammofed.v1.Envelope
             * @static
             * @param {mammofed.v1.Envelope} message Envelope
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            Envelope.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.id = 0;
                    object.replyTo = 0;
                }
                if (message.id != null && $Object.hasOwnProperty.call(message, "id"))
                    object.id = message.id;
                if (message.replyTo != null && $Object.hasOwnProperty.call(message, "replyTo"))
                    object.replyTo = message.replyTo;
                if (message.refused != null && $Object.hasOwnProperty.call(message, "refused")) {
                    object.refused = $root.mammofed.v1.Refused.toObject(message.refused, options, _depth + 1);
                    if (options.oneofs)
                        object.body = "refused";
                }
                if (message.enrol != null && $Object.hasOwnProperty.call(message, "enrol")) {
                    object.enrol = $root.mammofed.v1.Enrol.toObject(message.enrol, options, _depth + 1);
                    if (options.oneofs)
                        object.body = "enrol";
                }
                if (message.enrolled != null && $Object.hasOwnProperty.call(message, "enrolled")) {
                    object.enrolled = $root.mammofed.v1.Enrolled.toObject(message.enrolled, options, _depth + 1);
                    if (options.oneofs)
                        object.body = "enrolled";
                }
                if (message.ready != null && $Object.hasOwnProperty.call(message, "ready")) {
                    object.ready = $root.mammofed.v1.Ready.toObject(message.ready, options, _depth + 1);
                    if (options.oneofs)
                        object.body = "ready";
                }
                if (message.welcome != null && $Object.hasOwnProperty.call(message, "welcome")) {
                    object.welcome = $root.mammofed.v1.Welcome.toObject(message.welcome, options, _depth + 1);
                    if (options.oneofs)
                        object.body = "welcome";
                }
                if (message.rosterUpdate != null && $Object.hasOwnProperty.call(message, "rosterUpdate")) {
                    object.rosterUpdate = $root.mammofed.v1.RosterUpdate.toObject(message.rosterUpdate, options, _depth + 1);
                    if (options.oneofs)
                        object.body = "rosterUpdate";
                }
                if (message.rosterTaken != null && $Object.hasOwnProperty.call(message, "rosterTaken")) {
                    object.rosterTaken = $root.mammofed.v1.RosterTaken.toObject(message.rosterTaken, options, _depth + 1);
                    if (options.oneofs)
                        object.body = "rosterTaken";
                }
                if (message.trainTask != null && $Object.hasOwnProperty.call(message, "trainTask")) {
                    object.trainTask = $root.mammofed.v1.TrainTask.toObject(message.trainTask, options, _depth + 1);
                    if (options.oneofs)
                        object.body = "trainTask";
                }
                if (message.evaluateTask != null && $Object.hasOwnProperty.call(message, "evaluateTask")) {
                    object.evaluateTask = $root.mammofed.v1.EvaluateTask.toObject(message.evaluateTask, options, _depth + 1);
                    if (options.oneofs)
                        object.body = "evaluateTask";
                }
                if (message.cancelTask != null && $Object.hasOwnProperty.call(message, "cancelTask")) {
                    object.cancelTask = $root.mammofed.v1.CancelTask.toObject(message.cancelTask, options, _depth + 1);
                    if (options.oneofs)
                        object.body = "cancelTask";
                }
                if (message.taskAccepted != null && $Object.hasOwnProperty.call(message, "taskAccepted")) {
                    object.taskAccepted = $root.mammofed.v1.TaskAccepted.toObject(message.taskAccepted, options, _depth + 1);
                    if (options.oneofs)
                        object.body = "taskAccepted";
                }
                if (message.progress != null && $Object.hasOwnProperty.call(message, "progress")) {
                    object.progress = $root.mammofed.v1.Progress.toObject(message.progress, options, _depth + 1);
                    if (options.oneofs)
                        object.body = "progress";
                }
                if (message.taskFailed != null && $Object.hasOwnProperty.call(message, "taskFailed")) {
                    object.taskFailed = $root.mammofed.v1.TaskFailed.toObject(message.taskFailed, options, _depth + 1);
                    if (options.oneofs)
                        object.body = "taskFailed";
                }
                if (message.chunkRequest != null && $Object.hasOwnProperty.call(message, "chunkRequest")) {
                    object.chunkRequest = $root.mammofed.v1.ChunkRequest.toObject(message.chunkRequest, options, _depth + 1);
                    if (options.oneofs)
                        object.body = "chunkRequest";
                }
                if (message.chunk != null && $Object.hasOwnProperty.call(message, "chunk")) {
                    object.chunk = $root.mammofed.v1.Chunk.toObject(message.chunk, options, _depth + 1);
                    if (options.oneofs)
                        object.body = "chunk";
                }
                if (message.uploadOpen != null && $Object.hasOwnProperty.call(message, "uploadOpen")) {
                    object.uploadOpen = $root.mammofed.v1.UploadOpen.toObject(message.uploadOpen, options, _depth + 1);
                    if (options.oneofs)
                        object.body = "uploadOpen";
                }
                if (message.uploadStatus != null && $Object.hasOwnProperty.call(message, "uploadStatus")) {
                    object.uploadStatus = $root.mammofed.v1.UploadStatus.toObject(message.uploadStatus, options, _depth + 1);
                    if (options.oneofs)
                        object.body = "uploadStatus";
                }
                if (message.uploadChunk != null && $Object.hasOwnProperty.call(message, "uploadChunk")) {
                    object.uploadChunk = $root.mammofed.v1.UploadChunk.toObject(message.uploadChunk, options, _depth + 1);
                    if (options.oneofs)
                        object.body = "uploadChunk";
                }
                if (message.evaluationReport != null && $Object.hasOwnProperty.call(message, "evaluationReport")) {
                    object.evaluationReport = $root.mammofed.v1.EvaluationReport.toObject(message.evaluationReport, options, _depth + 1);
                    if (options.oneofs)
                        object.body = "evaluationReport";
                }
                if (message.evaluationStored != null && $Object.hasOwnProperty.call(message, "evaluationStored")) {
                    object.evaluationStored = $root.mammofed.v1.EvaluationStored.toObject(message.evaluationStored, options, _depth + 1);
                    if (options.oneofs)
                        object.body = "evaluationStored";
                }
                if (message.runOffer != null && $Object.hasOwnProperty.call(message, "runOffer")) {
                    object.runOffer = $root.mammofed.v1.RunOffer.toObject(message.runOffer, options, _depth + 1);
                    if (options.oneofs)
                        object.body = "runOffer";
                }
                if (message.runAgreed != null && $Object.hasOwnProperty.call(message, "runAgreed")) {
                    object.runAgreed = $root.mammofed.v1.RunAgreed.toObject(message.runAgreed, options, _depth + 1);
                    if (options.oneofs)
                        object.body = "runAgreed";
                }
                if (message.offerAgain != null && $Object.hasOwnProperty.call(message, "offerAgain")) {
                    object.offerAgain = $root.mammofed.v1.OfferAgain.toObject(message.offerAgain, options, _depth + 1);
                    if (options.oneofs)
                        object.body = "offerAgain";
                }
                return object;
            };

            /**
             * Converts this Envelope to JSON.
             * @function toJSON
             * @memberof mammofed.v1.Envelope
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            Envelope.prototype.toJSON = function() {
                return Envelope.toObject(this, $protobuf.util.toJSONOptions);
            };

            /**
             * Gets the type url for Envelope
             * @function getTypeUrl
             * @memberof mammofed.v1.Envelope
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            Envelope.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/mammofed.v1.Envelope";
            };

            return Envelope;
        })();

        v1.Refused = (function() {

            /**
             * Properties of a Refused.
             * @typedef {Object} mammofed.v1.Refused.$Properties
             * @property {string|null} [code] Refused code
             * @property {string|null} [message] Refused message
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Refused.
             * @memberof mammofed.v1
             * @interface IRefused
             * @augments mammofed.v1.Refused.$Properties
             * @deprecated Use mammofed.v1.Refused.$Properties instead.
             */

            /**
             * Shape of a Refused.
             * @typedef {mammofed.v1.Refused.$Properties} mammofed.v1.Refused.$Shape
             */

            /**
             * Constructs a new Refused.
             * @memberof mammofed.v1
             * @classdesc Represents a Refused.
             * @constructor
             * @param {mammofed.v1.Refused.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Refused = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Refused code.
             * @member {string} code
             * @memberof mammofed.v1.Refused
             * @instance
             */
            Refused.prototype.code = "";

            /**
             * Refused message.
             * @member {string} message
             * @memberof mammofed.v1.Refused
             * @instance
             */
            Refused.prototype.message = "";

            /**
             * Encodes the specified Refused message. Does not implicitly {@link mammofed.v1.Refused.verify|verify} messages.
             * @function encode
             * @memberof mammofed.v1.Refused
             * @static
             * @param {mammofed.v1.Refused.$Properties} message Refused message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Refused.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.code != null && $Object.hasOwnProperty.call(message, "code") && message.code !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.code);
                if (message.message != null && $Object.hasOwnProperty.call(message, "message") && message.message !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.message);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Refused message from the specified reader or buffer.
             * @function decode
             * @memberof mammofed.v1.Refused
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {mammofed.v1.Refused & mammofed.v1.Refused.$Shape} Refused
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Refused.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.mammofed.v1.Refused();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.code = value;
                            else
                                delete message.code;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.message = value;
                            else
                                delete message.message;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a Refused message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof mammofed.v1.Refused
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {mammofed.v1.Refused} Refused
             */
            Refused.fromObject = function (object, _depth) {
                if (object instanceof $root.mammofed.v1.Refused)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".mammofed.v1.Refused: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.mammofed.v1.Refused();
                if (object.code != null)
                    if (typeof object.code !== "string" || object.code.length)
                        message.code = $String(object.code);
                if (object.message != null)
                    if (typeof object.message !== "string" || object.message.length)
                        message.message = $String(object.message);
                return message;
            };

            /**
             * Creates a plain object from a Refused message. Also converts values to other types if specified.
             * @function toObject
             * @memberof mammofed.v1.Refused
             * @static
             * @param {mammofed.v1.Refused} message Refused
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            Refused.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.code = "";
                    object.message = "";
                }
                if (message.code != null && $Object.hasOwnProperty.call(message, "code"))
                    object.code = message.code;
                if (message.message != null && $Object.hasOwnProperty.call(message, "message"))
                    object.message = message.message;
                return object;
            };

            /**
             * Converts this Refused to JSON.
             * @function toJSON
             * @memberof mammofed.v1.Refused
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            Refused.prototype.toJSON = function() {
                return Refused.toObject(this, $protobuf.util.toJSONOptions);
            };

            /**
             * Gets the type url for Refused
             * @function getTypeUrl
             * @memberof mammofed.v1.Refused
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            Refused.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/mammofed.v1.Refused";
            };

            return Refused;
        })();

        v1.Enrol = (function() {

            /**
             * Properties of an Enrol.
             * @typedef {Object} mammofed.v1.Enrol.$Properties
             * @property {Uint8Array|null} [joinSecret] Enrol joinSecret
             * @property {string|null} [siteName] Enrol siteName
             * @property {Uint8Array|null} [signature] Enrol signature
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an Enrol.
             * @memberof mammofed.v1
             * @interface IEnrol
             * @augments mammofed.v1.Enrol.$Properties
             * @deprecated Use mammofed.v1.Enrol.$Properties instead.
             */

            /**
             * Shape of an Enrol.
             * @typedef {mammofed.v1.Enrol.$Properties} mammofed.v1.Enrol.$Shape
             */

            /**
             * Constructs a new Enrol.
             * @memberof mammofed.v1
             * @classdesc Represents an Enrol.
             * @constructor
             * @param {mammofed.v1.Enrol.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Enrol = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Enrol joinSecret.
             * @member {Uint8Array} joinSecret
             * @memberof mammofed.v1.Enrol
             * @instance
             */
            Enrol.prototype.joinSecret = $util.newBuffer([]);

            /**
             * Enrol siteName.
             * @member {string} siteName
             * @memberof mammofed.v1.Enrol
             * @instance
             */
            Enrol.prototype.siteName = "";

            /**
             * Enrol signature.
             * @member {Uint8Array} signature
             * @memberof mammofed.v1.Enrol
             * @instance
             */
            Enrol.prototype.signature = $util.newBuffer([]);

            /**
             * Encodes the specified Enrol message. Does not implicitly {@link mammofed.v1.Enrol.verify|verify} messages.
             * @function encode
             * @memberof mammofed.v1.Enrol
             * @static
             * @param {mammofed.v1.Enrol.$Properties} message Enrol message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Enrol.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.joinSecret != null && $Object.hasOwnProperty.call(message, "joinSecret") && message.joinSecret.length)
                    writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.joinSecret);
                if (message.siteName != null && $Object.hasOwnProperty.call(message, "siteName") && message.siteName !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.siteName);
                if (message.signature != null && $Object.hasOwnProperty.call(message, "signature") && message.signature.length)
                    writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.signature);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an Enrol message from the specified reader or buffer.
             * @function decode
             * @memberof mammofed.v1.Enrol
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {mammofed.v1.Enrol & mammofed.v1.Enrol.$Shape} Enrol
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Enrol.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.mammofed.v1.Enrol();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.joinSecret = value;
                            else
                                delete message.joinSecret;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.siteName = value;
                            else
                                delete message.siteName;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.signature = value;
                            else
                                delete message.signature;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates an Enrol message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof mammofed.v1.Enrol
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {mammofed.v1.Enrol} Enrol
             */
            Enrol.fromObject = function (object, _depth) {
                if (object instanceof $root.mammofed.v1.Enrol)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".mammofed.v1.Enrol: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.mammofed.v1.Enrol();
                if (object.joinSecret != null)
                    if (object.joinSecret.length)
                        if (typeof object.joinSecret === "string")
                            $util.base64.decode(object.joinSecret, message.joinSecret = $util.newBuffer($util.base64.length(object.joinSecret)), 0);
                        else if (object.joinSecret.length >= 0)
                            message.joinSecret = object.joinSecret;
                if (object.siteName != null)
                    if (typeof object.siteName !== "string" || object.siteName.length)
                        message.siteName = $String(object.siteName);
                if (object.signature != null)
                    if (object.signature.length)
                        if (typeof object.signature === "string")
                            $util.base64.decode(object.signature, message.signature = $util.newBuffer($util.base64.length(object.signature)), 0);
                        else if (object.signature.length >= 0)
                            message.signature = object.signature;
                return message;
            };

            /**
             * Creates a plain object from an Enrol message. Also converts values to other types if specified.
             * @function toObject
             * @memberof mammofed.v1.Enrol
             * @static
             * @param {mammofed.v1.Enrol} message Enrol
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            Enrol.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    if (options.bytes === $String)
                        object.joinSecret = "";
                    else {
                        object.joinSecret = [];
                        if (options.bytes !== $Array)
                            object.joinSecret = $util.newBuffer(object.joinSecret);
                    }
                    object.siteName = "";
                    if (options.bytes === $String)
                        object.signature = "";
                    else {
                        object.signature = [];
                        if (options.bytes !== $Array)
                            object.signature = $util.newBuffer(object.signature);
                    }
                }
                if (message.joinSecret != null && $Object.hasOwnProperty.call(message, "joinSecret"))
                    object.joinSecret = options.bytes === $String ? $util.base64.encode(message.joinSecret, 0, message.joinSecret.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.joinSecret) : message.joinSecret;
                if (message.siteName != null && $Object.hasOwnProperty.call(message, "siteName"))
                    object.siteName = message.siteName;
                if (message.signature != null && $Object.hasOwnProperty.call(message, "signature"))
                    object.signature = options.bytes === $String ? $util.base64.encode(message.signature, 0, message.signature.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.signature) : message.signature;
                return object;
            };

            /**
             * Converts this Enrol to JSON.
             * @function toJSON
             * @memberof mammofed.v1.Enrol
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            Enrol.prototype.toJSON = function() {
                return Enrol.toObject(this, $protobuf.util.toJSONOptions);
            };

            /**
             * Gets the type url for Enrol
             * @function getTypeUrl
             * @memberof mammofed.v1.Enrol
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            Enrol.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/mammofed.v1.Enrol";
            };

            return Enrol;
        })();

        v1.Enrolled = (function() {

            /**
             * Properties of an Enrolled.
             * @typedef {Object} mammofed.v1.Enrolled.$Properties
             * @property {string|null} [siteId] Enrolled siteId
             * @property {string|null} [siteName] Enrolled siteName
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an Enrolled.
             * @memberof mammofed.v1
             * @interface IEnrolled
             * @augments mammofed.v1.Enrolled.$Properties
             * @deprecated Use mammofed.v1.Enrolled.$Properties instead.
             */

            /**
             * Shape of an Enrolled.
             * @typedef {mammofed.v1.Enrolled.$Properties} mammofed.v1.Enrolled.$Shape
             */

            /**
             * Constructs a new Enrolled.
             * @memberof mammofed.v1
             * @classdesc Represents an Enrolled.
             * @constructor
             * @param {mammofed.v1.Enrolled.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Enrolled = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Enrolled siteId.
             * @member {string} siteId
             * @memberof mammofed.v1.Enrolled
             * @instance
             */
            Enrolled.prototype.siteId = "";

            /**
             * Enrolled siteName.
             * @member {string} siteName
             * @memberof mammofed.v1.Enrolled
             * @instance
             */
            Enrolled.prototype.siteName = "";

            /**
             * Encodes the specified Enrolled message. Does not implicitly {@link mammofed.v1.Enrolled.verify|verify} messages.
             * @function encode
             * @memberof mammofed.v1.Enrolled
             * @static
             * @param {mammofed.v1.Enrolled.$Properties} message Enrolled message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Enrolled.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.siteId != null && $Object.hasOwnProperty.call(message, "siteId") && message.siteId !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.siteId);
                if (message.siteName != null && $Object.hasOwnProperty.call(message, "siteName") && message.siteName !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.siteName);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an Enrolled message from the specified reader or buffer.
             * @function decode
             * @memberof mammofed.v1.Enrolled
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {mammofed.v1.Enrolled & mammofed.v1.Enrolled.$Shape} Enrolled
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Enrolled.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.mammofed.v1.Enrolled();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.siteId = value;
                            else
                                delete message.siteId;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.siteName = value;
                            else
                                delete message.siteName;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates an Enrolled message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof mammofed.v1.Enrolled
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {mammofed.v1.Enrolled} Enrolled
             */
            Enrolled.fromObject = function (object, _depth) {
                if (object instanceof $root.mammofed.v1.Enrolled)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".mammofed.v1.Enrolled: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.mammofed.v1.Enrolled();
                if (object.siteId != null)
                    if (typeof object.siteId !== "string" || object.siteId.length)
                        message.siteId = $String(object.siteId);
                if (object.siteName != null)
                    if (typeof object.siteName !== "string" || object.siteName.length)
                        message.siteName = $String(object.siteName);
                return message;
            };

            /**
             * Creates a plain object from an Enrolled message. Also converts values to other types if specified.
             * @function toObject
             * @memberof mammofed.v1.Enrolled
             * @static
             * @param {mammofed.v1.Enrolled} message Enrolled
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            Enrolled.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.siteId = "";
                    object.siteName = "";
                }
                if (message.siteId != null && $Object.hasOwnProperty.call(message, "siteId"))
                    object.siteId = message.siteId;
                if (message.siteName != null && $Object.hasOwnProperty.call(message, "siteName"))
                    object.siteName = message.siteName;
                return object;
            };

            /**
             * Converts this Enrolled to JSON.
             * @function toJSON
             * @memberof mammofed.v1.Enrolled
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            Enrolled.prototype.toJSON = function() {
                return Enrolled.toObject(this, $protobuf.util.toJSONOptions);
            };

            /**
             * Gets the type url for Enrolled
             * @function getTypeUrl
             * @memberof mammofed.v1.Enrolled
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            Enrolled.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/mammofed.v1.Enrolled";
            };

            return Enrolled;
        })();

        v1.Ready = (function() {

            /**
             * Properties of a Ready.
             * @typedef {Object} mammofed.v1.Ready.$Properties
             * @property {string|null} [agentVersion] Ready agentVersion
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Ready.
             * @memberof mammofed.v1
             * @interface IReady
             * @augments mammofed.v1.Ready.$Properties
             * @deprecated Use mammofed.v1.Ready.$Properties instead.
             */

            /**
             * Shape of a Ready.
             * @typedef {mammofed.v1.Ready.$Properties} mammofed.v1.Ready.$Shape
             */

            /**
             * Constructs a new Ready.
             * @memberof mammofed.v1
             * @classdesc Represents a Ready.
             * @constructor
             * @param {mammofed.v1.Ready.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Ready = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Ready agentVersion.
             * @member {string} agentVersion
             * @memberof mammofed.v1.Ready
             * @instance
             */
            Ready.prototype.agentVersion = "";

            /**
             * Encodes the specified Ready message. Does not implicitly {@link mammofed.v1.Ready.verify|verify} messages.
             * @function encode
             * @memberof mammofed.v1.Ready
             * @static
             * @param {mammofed.v1.Ready.$Properties} message Ready message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Ready.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.agentVersion != null && $Object.hasOwnProperty.call(message, "agentVersion") && message.agentVersion !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.agentVersion);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Ready message from the specified reader or buffer.
             * @function decode
             * @memberof mammofed.v1.Ready
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {mammofed.v1.Ready & mammofed.v1.Ready.$Shape} Ready
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Ready.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.mammofed.v1.Ready();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.agentVersion = value;
                            else
                                delete message.agentVersion;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a Ready message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof mammofed.v1.Ready
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {mammofed.v1.Ready} Ready
             */
            Ready.fromObject = function (object, _depth) {
                if (object instanceof $root.mammofed.v1.Ready)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".mammofed.v1.Ready: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.mammofed.v1.Ready();
                if (object.agentVersion != null)
                    if (typeof object.agentVersion !== "string" || object.agentVersion.length)
                        message.agentVersion = $String(object.agentVersion);
                return message;
            };

            /**
             * Creates a plain object from a Ready message. Also converts values to other types if specified.
             * @function toObject
             * @memberof mammofed.v1.Ready
             * @static
             * @param {mammofed.v1.Ready} message Ready
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            Ready.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults)
                    object.agentVersion = "";
                if (message.agentVersion != null && $Object.hasOwnProperty.call(message, "agentVersion"))
                    object.agentVersion = message.agentVersion;
                return object;
            };

            /**
             * Converts this Ready to JSON.
             * @function toJSON
             * @memberof mammofed.v1.Ready
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            Ready.prototype.toJSON = function() {
                return Ready.toObject(this, $protobuf.util.toJSONOptions);
            };

            /**
             * Gets the type url for Ready
             * @function getTypeUrl
             * @memberof mammofed.v1.Ready
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            Ready.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/mammofed.v1.Ready";
            };

            return Ready;
        })();

        v1.Welcome = (function() {

            /**
             * Properties of a Welcome.
             * @typedef {Object} mammofed.v1.Welcome.$Properties
             * @property {string|null} [siteId] Welcome siteId
             * @property {string|null} [siteName] Welcome siteName
             * @property {number|null} [siteIndex] Welcome siteIndex
             * @property {Uint8Array|null} [roster] Welcome roster
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Welcome.
             * @memberof mammofed.v1
             * @interface IWelcome
             * @augments mammofed.v1.Welcome.$Properties
             * @deprecated Use mammofed.v1.Welcome.$Properties instead.
             */

            /**
             * Shape of a Welcome.
             * @typedef {mammofed.v1.Welcome.$Properties} mammofed.v1.Welcome.$Shape
             */

            /**
             * Constructs a new Welcome.
             * @memberof mammofed.v1
             * @classdesc Represents a Welcome.
             * @constructor
             * @param {mammofed.v1.Welcome.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Welcome = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Welcome siteId.
             * @member {string} siteId
             * @memberof mammofed.v1.Welcome
             * @instance
             */
            Welcome.prototype.siteId = "";

            /**
             * Welcome siteName.
             * @member {string} siteName
             * @memberof mammofed.v1.Welcome
             * @instance
             */
            Welcome.prototype.siteName = "";

            /**
             * Welcome siteIndex.
             * @member {number} siteIndex
             * @memberof mammofed.v1.Welcome
             * @instance
             */
            Welcome.prototype.siteIndex = 0;

            /**
             * Welcome roster.
             * @member {Uint8Array} roster
             * @memberof mammofed.v1.Welcome
             * @instance
             */
            Welcome.prototype.roster = $util.newBuffer([]);

            /**
             * Encodes the specified Welcome message. Does not implicitly {@link mammofed.v1.Welcome.verify|verify} messages.
             * @function encode
             * @memberof mammofed.v1.Welcome
             * @static
             * @param {mammofed.v1.Welcome.$Properties} message Welcome message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Welcome.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.siteId != null && $Object.hasOwnProperty.call(message, "siteId") && message.siteId !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.siteId);
                if (message.siteName != null && $Object.hasOwnProperty.call(message, "siteName") && message.siteName !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.siteName);
                if (message.siteIndex != null && $Object.hasOwnProperty.call(message, "siteIndex") && message.siteIndex !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.siteIndex);
                if (message.roster != null && $Object.hasOwnProperty.call(message, "roster") && message.roster.length)
                    writer.uint32(/* id 4, wireType 2 =*/34).bytes(message.roster);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Welcome message from the specified reader or buffer.
             * @function decode
             * @memberof mammofed.v1.Welcome
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {mammofed.v1.Welcome & mammofed.v1.Welcome.$Shape} Welcome
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Welcome.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.mammofed.v1.Welcome();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.siteId = value;
                            else
                                delete message.siteId;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.siteName = value;
                            else
                                delete message.siteName;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.siteIndex = value;
                            else
                                delete message.siteIndex;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.roster = value;
                            else
                                delete message.roster;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a Welcome message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof mammofed.v1.Welcome
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {mammofed.v1.Welcome} Welcome
             */
            Welcome.fromObject = function (object, _depth) {
                if (object instanceof $root.mammofed.v1.Welcome)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".mammofed.v1.Welcome: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.mammofed.v1.Welcome();
                if (object.siteId != null)
                    if (typeof object.siteId !== "string" || object.siteId.length)
                        message.siteId = $String(object.siteId);
                if (object.siteName != null)
                    if (typeof object.siteName !== "string" || object.siteName.length)
                        message.siteName = $String(object.siteName);
                if (object.siteIndex != null)
                    if ($Number(object.siteIndex) !== 0)
                        message.siteIndex = object.siteIndex >>> 0;
                if (object.roster != null)
                    if (object.roster.length)
                        if (typeof object.roster === "string")
                            $util.base64.decode(object.roster, message.roster = $util.newBuffer($util.base64.length(object.roster)), 0);
                        else if (object.roster.length >= 0)
                            message.roster = object.roster;
                return message;
            };

            /**
             * Creates a plain object from a Welcome message. Also converts values to other types if specified.
             * @function toObject
             * @memberof mammofed.v1.Welcome
             * @static
             * @param {mammofed.v1.Welcome} message Welcome
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            Welcome.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.siteId = "";
                    object.siteName = "";
                    object.siteIndex = 0;
                    if (options.bytes === $String)
                        object.roster = "";
                    else {
                        object.roster = [];
                        if (options.bytes !== $Array)
                            object.roster = $util.newBuffer(object.roster);
                    }
                }
                if (message.siteId != null && $Object.hasOwnProperty.call(message, "siteId"))
                    object.siteId = message.siteId;
                if (message.siteName != null && $Object.hasOwnProperty.call(message, "siteName"))
                    object.siteName = message.siteName;
                if (message.siteIndex != null && $Object.hasOwnProperty.call(message, "siteIndex"))
                    object.siteIndex = message.siteIndex;
                if (message.roster != null && $Object.hasOwnProperty.call(message, "roster"))
                    object.roster = options.bytes === $String ? $util.base64.encode(message.roster, 0, message.roster.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.roster) : message.roster;
                return object;
            };

            /**
             * Converts this Welcome to JSON.
             * @function toJSON
             * @memberof mammofed.v1.Welcome
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            Welcome.prototype.toJSON = function() {
                return Welcome.toObject(this, $protobuf.util.toJSONOptions);
            };

            /**
             * Gets the type url for Welcome
             * @function getTypeUrl
             * @memberof mammofed.v1.Welcome
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            Welcome.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/mammofed.v1.Welcome";
            };

            return Welcome;
        })();

        v1.RosterUpdate = (function() {

            /**
             * Properties of a RosterUpdate.
             * @typedef {Object} mammofed.v1.RosterUpdate.$Properties
             * @property {Uint8Array|null} [roster] RosterUpdate roster
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a RosterUpdate.
             * @memberof mammofed.v1
             * @interface IRosterUpdate
             * @augments mammofed.v1.RosterUpdate.$Properties
             * @deprecated Use mammofed.v1.RosterUpdate.$Properties instead.
             */

            /**
             * Shape of a RosterUpdate.
             * @typedef {mammofed.v1.RosterUpdate.$Properties} mammofed.v1.RosterUpdate.$Shape
             */

            /**
             * Constructs a new RosterUpdate.
             * @memberof mammofed.v1
             * @classdesc Represents a RosterUpdate.
             * @constructor
             * @param {mammofed.v1.RosterUpdate.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const RosterUpdate = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * RosterUpdate roster.
             * @member {Uint8Array} roster
             * @memberof mammofed.v1.RosterUpdate
             * @instance
             */
            RosterUpdate.prototype.roster = $util.newBuffer([]);

            /**
             * Encodes the specified RosterUpdate message. Does not implicitly {@link mammofed.v1.RosterUpdate.verify|verify} messages.
             * @function encode
             * @memberof mammofed.v1.RosterUpdate
             * @static
             * @param {mammofed.v1.RosterUpdate.$Properties} message RosterUpdate message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            RosterUpdate.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.roster != null && $Object.hasOwnProperty.call(message, "roster") && message.roster.length)
                    writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.roster);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a RosterUpdate message from the specified reader or buffer.
             * @function decode
             * @memberof mammofed.v1.RosterUpdate
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {mammofed.v1.RosterUpdate & mammofed.v1.RosterUpdate.$Shape} RosterUpdate
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            RosterUpdate.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.mammofed.v1.RosterUpdate();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.roster = value;
                            else
                                delete message.roster;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a RosterUpdate message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof mammofed.v1.RosterUpdate
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {mammofed.v1.RosterUpdate} RosterUpdate
             */
            RosterUpdate.fromObject = function (object, _depth) {
                if (object instanceof $root.mammofed.v1.RosterUpdate)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".mammofed.v1.RosterUpdate: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.mammofed.v1.RosterUpdate();
                if (object.roster != null)
                    if (object.roster.length)
                        if (typeof object.roster === "string")
                            $util.base64.decode(object.roster, message.roster = $util.newBuffer($util.base64.length(object.roster)), 0);
                        else if (object.roster.length >= 0)
                            message.roster = object.roster;
                return message;
            };

            /**
             * Creates a plain object from a RosterUpdate message. Also converts values to other types if specified.
             * @function toObject
             * @memberof mammofed.v1.RosterUpdate
             * @static
             * @param {mammofed.v1.RosterUpdate} message RosterUpdate
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            RosterUpdate.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults)
                    if (options.bytes === $String)
                        object.roster = "";
                    else {
                        object.roster = [];
                        if (options.bytes !== $Array)
                            object.roster = $util.newBuffer(object.roster);
                    }
                if (message.roster != null && $Object.hasOwnProperty.call(message, "roster"))
                    object.roster = options.bytes === $String ? $util.base64.encode(message.roster, 0, message.roster.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.roster) : message.roster;
                return object;
            };

            /**
             * Converts this RosterUpdate to JSON.
             * @function toJSON
             * @memberof mammofed.v1.RosterUpdate
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            RosterUpdate.prototype.toJSON = function() {
                return RosterUpdate.toObject(this, $protobuf.util.toJSONOptions);
            };

            /**
             * Gets the type url for RosterUpdate
             * @function getTypeUrl
             * @memberof mammofed.v1.RosterUpdate
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            RosterUpdate.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/mammofed.v1.RosterUpdate";
            };

            return RosterUpdate;
        })();

        v1.RosterTaken = (function() {

            /**
             * Properties of a RosterTaken.
             * @typedef {Object} mammofed.v1.RosterTaken.$Properties
             * @property {number|null} [version] RosterTaken version
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a RosterTaken.
             * @memberof mammofed.v1
             * @interface IRosterTaken
             * @augments mammofed.v1.RosterTaken.$Properties
             * @deprecated Use mammofed.v1.RosterTaken.$Properties instead.
             */

            /**
             * Shape of a RosterTaken.
             * @typedef {mammofed.v1.RosterTaken.$Properties} mammofed.v1.RosterTaken.$Shape
             */

            /**
             * Constructs a new RosterTaken.
             * @memberof mammofed.v1
             * @classdesc Represents a RosterTaken.
             * @constructor
             * @param {mammofed.v1.RosterTaken.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const RosterTaken = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * RosterTaken version.
             * @member {number} version
             * @memberof mammofed.v1.RosterTaken
             * @instance
             */
            RosterTaken.prototype.version = 0;

            /**
             * Encodes the specified RosterTaken message. Does not implicitly {@link mammofed.v1.RosterTaken.verify|verify} messages.
             * @function encode
             * @memberof mammofed.v1.RosterTaken
             * @static
             * @param {mammofed.v1.RosterTaken.$Properties} message RosterTaken message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            RosterTaken.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.version != null && $Object.hasOwnProperty.call(message, "version") && message.version !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.version);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a RosterTaken message from the specified reader or buffer.
             * @function decode
             * @memberof mammofed.v1.RosterTaken
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {mammofed.v1.RosterTaken & mammofed.v1.RosterTaken.$Shape} RosterTaken
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            RosterTaken.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.mammofed.v1.RosterTaken();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.version = value;
                            else
                                delete message.version;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a RosterTaken message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof mammofed.v1.RosterTaken
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {mammofed.v1.RosterTaken} RosterTaken
             */
            RosterTaken.fromObject = function (object, _depth) {
                if (object instanceof $root.mammofed.v1.RosterTaken)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".mammofed.v1.RosterTaken: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.mammofed.v1.RosterTaken();
                if (object.version != null)
                    if ($Number(object.version) !== 0)
                        message.version = object.version >>> 0;
                return message;
            };

            /**
             * Creates a plain object from a RosterTaken message. Also converts values to other types if specified.
             * @function toObject
             * @memberof mammofed.v1.RosterTaken
             * @static
             * @param {mammofed.v1.RosterTaken} message RosterTaken
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            RosterTaken.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults)
                    object.version = 0;
                if (message.version != null && $Object.hasOwnProperty.call(message, "version"))
                    object.version = message.version;
                return object;
            };

            /**
             * Converts this RosterTaken to JSON.
             * @function toJSON
             * @memberof mammofed.v1.RosterTaken
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            RosterTaken.prototype.toJSON = function() {
                return RosterTaken.toObject(this, $protobuf.util.toJSONOptions);
            };

            /**
             * Gets the type url for RosterTaken
             * @function getTypeUrl
             * @memberof mammofed.v1.RosterTaken
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            RosterTaken.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/mammofed.v1.RosterTaken";
            };

            return RosterTaken;
        })();

        v1.ModelRef = (function() {

            /**
             * Properties of a ModelRef.
             * @typedef {Object} mammofed.v1.ModelRef.$Properties
             * @property {Uint8Array|null} [sha256] ModelRef sha256
             * @property {number|Long|null} [byteLength] ModelRef byteLength
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a ModelRef.
             * @memberof mammofed.v1
             * @interface IModelRef
             * @augments mammofed.v1.ModelRef.$Properties
             * @deprecated Use mammofed.v1.ModelRef.$Properties instead.
             */

            /**
             * Shape of a ModelRef.
             * @typedef {mammofed.v1.ModelRef.$Properties} mammofed.v1.ModelRef.$Shape
             */

            /**
             * Constructs a new ModelRef.
             * @memberof mammofed.v1
             * @classdesc Represents a ModelRef.
             * @constructor
             * @param {mammofed.v1.ModelRef.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const ModelRef = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * ModelRef sha256.
             * @member {Uint8Array} sha256
             * @memberof mammofed.v1.ModelRef
             * @instance
             */
            ModelRef.prototype.sha256 = $util.newBuffer([]);

            /**
             * ModelRef byteLength.
             * @member {number|Long} byteLength
             * @memberof mammofed.v1.ModelRef
             * @instance
             */
            ModelRef.prototype.byteLength = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Encodes the specified ModelRef message. Does not implicitly {@link mammofed.v1.ModelRef.verify|verify} messages.
             * @function encode
             * @memberof mammofed.v1.ModelRef
             * @static
             * @param {mammofed.v1.ModelRef.$Properties} message ModelRef message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            ModelRef.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.sha256 != null && $Object.hasOwnProperty.call(message, "sha256") && message.sha256.length)
                    writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.sha256);
                if (message.byteLength != null && $Object.hasOwnProperty.call(message, "byteLength") && (typeof message.byteLength === "object" ? message.byteLength.low || message.byteLength.high : message.byteLength !== 0))
                    writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.byteLength);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a ModelRef message from the specified reader or buffer.
             * @function decode
             * @memberof mammofed.v1.ModelRef
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {mammofed.v1.ModelRef & mammofed.v1.ModelRef.$Shape} ModelRef
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            ModelRef.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.mammofed.v1.ModelRef();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.sha256 = value;
                            else
                                delete message.sha256;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.byteLength = value;
                            else
                                delete message.byteLength;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a ModelRef message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof mammofed.v1.ModelRef
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {mammofed.v1.ModelRef} ModelRef
             */
            ModelRef.fromObject = function (object, _depth) {
                if (object instanceof $root.mammofed.v1.ModelRef)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".mammofed.v1.ModelRef: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.mammofed.v1.ModelRef();
                if (object.sha256 != null)
                    if (object.sha256.length)
                        if (typeof object.sha256 === "string")
                            $util.base64.decode(object.sha256, message.sha256 = $util.newBuffer($util.base64.length(object.sha256)), 0);
                        else if (object.sha256.length >= 0)
                            message.sha256 = object.sha256;
                if (object.byteLength != null)
                    if (typeof object.byteLength === "object" ? object.byteLength.low || object.byteLength.high : $Number(object.byteLength) !== 0)
                        if ($util.Long)
                            message.byteLength = $util.Long.fromValue(object.byteLength, true);
                        else if (typeof object.byteLength === "string")
                            message.byteLength = $parseInt(object.byteLength, 10);
                        else if (typeof object.byteLength === "number")
                            message.byteLength = object.byteLength;
                        else if (typeof object.byteLength === "object")
                            message.byteLength = new $util.LongBits(object.byteLength.low >>> 0, object.byteLength.high >>> 0).toNumber(true);
                return message;
            };

            /**
             * Creates a plain object from a ModelRef message. Also converts values to other types if specified.
             * @function toObject
             * @memberof mammofed.v1.ModelRef
             * @static
             * @param {mammofed.v1.ModelRef} message ModelRef
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            ModelRef.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    if (options.bytes === $String)
                        object.sha256 = "";
                    else {
                        object.sha256 = [];
                        if (options.bytes !== $Array)
                            object.sha256 = $util.newBuffer(object.sha256);
                    }
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.byteLength = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.byteLength = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                }
                if (message.sha256 != null && $Object.hasOwnProperty.call(message, "sha256"))
                    object.sha256 = options.bytes === $String ? $util.base64.encode(message.sha256, 0, message.sha256.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.sha256) : message.sha256;
                if (message.byteLength != null && $Object.hasOwnProperty.call(message, "byteLength"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.byteLength = typeof message.byteLength === "number" ? $BigInt(message.byteLength) : $util.Long.fromBits(message.byteLength.low >>> 0, message.byteLength.high >>> 0, true).toBigInt();
                    else if (typeof message.byteLength === "number")
                        object.byteLength = options.longs === $String ? $String(message.byteLength) : message.byteLength;
                    else
                        object.byteLength = options.longs === $String ? $util.Long.prototype.toString.call(message.byteLength) : options.longs === $Number ? new $util.LongBits(message.byteLength.low >>> 0, message.byteLength.high >>> 0).toNumber(true) : message.byteLength;
                return object;
            };

            /**
             * Converts this ModelRef to JSON.
             * @function toJSON
             * @memberof mammofed.v1.ModelRef
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            ModelRef.prototype.toJSON = function() {
                return ModelRef.toObject(this, $protobuf.util.toJSONOptions);
            };

            /**
             * Gets the type url for ModelRef
             * @function getTypeUrl
             * @memberof mammofed.v1.ModelRef
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            ModelRef.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/mammofed.v1.ModelRef";
            };

            return ModelRef;
        })();

        v1.TensorClip = (function() {

            /**
             * Properties of a TensorClip.
             * @typedef {Object} mammofed.v1.TensorClip.$Properties
             * @property {string|null} [tensor] TensorClip tensor
             * @property {number|null} [clip] TensorClip clip
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a TensorClip.
             * @memberof mammofed.v1
             * @interface ITensorClip
             * @augments mammofed.v1.TensorClip.$Properties
             * @deprecated Use mammofed.v1.TensorClip.$Properties instead.
             */

            /**
             * Shape of a TensorClip.
             * @typedef {mammofed.v1.TensorClip.$Properties} mammofed.v1.TensorClip.$Shape
             */

            /**
             * Constructs a new TensorClip.
             * @memberof mammofed.v1
             * @classdesc Represents a TensorClip.
             * @constructor
             * @param {mammofed.v1.TensorClip.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const TensorClip = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * TensorClip tensor.
             * @member {string} tensor
             * @memberof mammofed.v1.TensorClip
             * @instance
             */
            TensorClip.prototype.tensor = "";

            /**
             * TensorClip clip.
             * @member {number} clip
             * @memberof mammofed.v1.TensorClip
             * @instance
             */
            TensorClip.prototype.clip = 0;

            /**
             * Encodes the specified TensorClip message. Does not implicitly {@link mammofed.v1.TensorClip.verify|verify} messages.
             * @function encode
             * @memberof mammofed.v1.TensorClip
             * @static
             * @param {mammofed.v1.TensorClip.$Properties} message TensorClip message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            TensorClip.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.tensor != null && $Object.hasOwnProperty.call(message, "tensor") && message.tensor !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.tensor);
                if (message.clip != null && $Object.hasOwnProperty.call(message, "clip") && !$Object.is(message.clip, 0))
                    writer.uint32(/* id 2, wireType 5 =*/21).float(message.clip);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a TensorClip message from the specified reader or buffer.
             * @function decode
             * @memberof mammofed.v1.TensorClip
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {mammofed.v1.TensorClip & mammofed.v1.TensorClip.$Shape} TensorClip
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            TensorClip.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.mammofed.v1.TensorClip();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.tensor = value;
                            else
                                delete message.tensor;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 5)
                                break;
                            if (!$Object.is(value = reader.float(), 0))
                                message.clip = value;
                            else
                                delete message.clip;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a TensorClip message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof mammofed.v1.TensorClip
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {mammofed.v1.TensorClip} TensorClip
             */
            TensorClip.fromObject = function (object, _depth) {
                if (object instanceof $root.mammofed.v1.TensorClip)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".mammofed.v1.TensorClip: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.mammofed.v1.TensorClip();
                if (object.tensor != null)
                    if (typeof object.tensor !== "string" || object.tensor.length)
                        message.tensor = $String(object.tensor);
                if (object.clip != null)
                    if (!$Object.is($Number(object.clip), 0))
                        message.clip = $Number(object.clip);
                return message;
            };

            /**
             * Creates a plain object from a TensorClip message. Also converts values to other types if specified.
             * @function toObject
             * @memberof mammofed.v1.TensorClip
             * @static
             * @param {mammofed.v1.TensorClip} message TensorClip
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            TensorClip.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.tensor = "";
                    object.clip = 0;
                }
                if (message.tensor != null && $Object.hasOwnProperty.call(message, "tensor"))
                    object.tensor = message.tensor;
                if (message.clip != null && $Object.hasOwnProperty.call(message, "clip"))
                    object.clip = options.json && !$isFinite(message.clip) ? $String(message.clip) : message.clip;
                return object;
            };

            /**
             * Converts this TensorClip to JSON.
             * @function toJSON
             * @memberof mammofed.v1.TensorClip
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            TensorClip.prototype.toJSON = function() {
                return TensorClip.toObject(this, $protobuf.util.toJSONOptions);
            };

            /**
             * Gets the type url for TensorClip
             * @function getTypeUrl
             * @memberof mammofed.v1.TensorClip
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            TensorClip.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/mammofed.v1.TensorClip";
            };

            return TensorClip;
        })();

        v1.RunSignature = (function() {

            /**
             * Properties of a RunSignature.
             * @typedef {Object} mammofed.v1.RunSignature.$Properties
             * @property {Uint8Array|null} [signer] RunSignature signer
             * @property {Uint8Array|null} [signature] RunSignature signature
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a RunSignature.
             * @memberof mammofed.v1
             * @interface IRunSignature
             * @augments mammofed.v1.RunSignature.$Properties
             * @deprecated Use mammofed.v1.RunSignature.$Properties instead.
             */

            /**
             * Shape of a RunSignature.
             * @typedef {mammofed.v1.RunSignature.$Properties} mammofed.v1.RunSignature.$Shape
             */

            /**
             * Constructs a new RunSignature.
             * @memberof mammofed.v1
             * @classdesc Represents a RunSignature.
             * @constructor
             * @param {mammofed.v1.RunSignature.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const RunSignature = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * RunSignature signer.
             * @member {Uint8Array} signer
             * @memberof mammofed.v1.RunSignature
             * @instance
             */
            RunSignature.prototype.signer = $util.newBuffer([]);

            /**
             * RunSignature signature.
             * @member {Uint8Array} signature
             * @memberof mammofed.v1.RunSignature
             * @instance
             */
            RunSignature.prototype.signature = $util.newBuffer([]);

            /**
             * Encodes the specified RunSignature message. Does not implicitly {@link mammofed.v1.RunSignature.verify|verify} messages.
             * @function encode
             * @memberof mammofed.v1.RunSignature
             * @static
             * @param {mammofed.v1.RunSignature.$Properties} message RunSignature message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            RunSignature.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.signer != null && $Object.hasOwnProperty.call(message, "signer") && message.signer.length)
                    writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.signer);
                if (message.signature != null && $Object.hasOwnProperty.call(message, "signature") && message.signature.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.signature);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a RunSignature message from the specified reader or buffer.
             * @function decode
             * @memberof mammofed.v1.RunSignature
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {mammofed.v1.RunSignature & mammofed.v1.RunSignature.$Shape} RunSignature
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            RunSignature.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.mammofed.v1.RunSignature();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.signer = value;
                            else
                                delete message.signer;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.signature = value;
                            else
                                delete message.signature;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a RunSignature message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof mammofed.v1.RunSignature
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {mammofed.v1.RunSignature} RunSignature
             */
            RunSignature.fromObject = function (object, _depth) {
                if (object instanceof $root.mammofed.v1.RunSignature)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".mammofed.v1.RunSignature: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.mammofed.v1.RunSignature();
                if (object.signer != null)
                    if (object.signer.length)
                        if (typeof object.signer === "string")
                            $util.base64.decode(object.signer, message.signer = $util.newBuffer($util.base64.length(object.signer)), 0);
                        else if (object.signer.length >= 0)
                            message.signer = object.signer;
                if (object.signature != null)
                    if (object.signature.length)
                        if (typeof object.signature === "string")
                            $util.base64.decode(object.signature, message.signature = $util.newBuffer($util.base64.length(object.signature)), 0);
                        else if (object.signature.length >= 0)
                            message.signature = object.signature;
                return message;
            };

            /**
             * Creates a plain object from a RunSignature message. Also converts values to other types if specified.
             * @function toObject
             * @memberof mammofed.v1.RunSignature
             * @static
             * @param {mammofed.v1.RunSignature} message RunSignature
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            RunSignature.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    if (options.bytes === $String)
                        object.signer = "";
                    else {
                        object.signer = [];
                        if (options.bytes !== $Array)
                            object.signer = $util.newBuffer(object.signer);
                    }
                    if (options.bytes === $String)
                        object.signature = "";
                    else {
                        object.signature = [];
                        if (options.bytes !== $Array)
                            object.signature = $util.newBuffer(object.signature);
                    }
                }
                if (message.signer != null && $Object.hasOwnProperty.call(message, "signer"))
                    object.signer = options.bytes === $String ? $util.base64.encode(message.signer, 0, message.signer.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.signer) : message.signer;
                if (message.signature != null && $Object.hasOwnProperty.call(message, "signature"))
                    object.signature = options.bytes === $String ? $util.base64.encode(message.signature, 0, message.signature.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.signature) : message.signature;
                return object;
            };

            /**
             * Converts this RunSignature to JSON.
             * @function toJSON
             * @memberof mammofed.v1.RunSignature
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            RunSignature.prototype.toJSON = function() {
                return RunSignature.toObject(this, $protobuf.util.toJSONOptions);
            };

            /**
             * Gets the type url for RunSignature
             * @function getTypeUrl
             * @memberof mammofed.v1.RunSignature
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            RunSignature.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/mammofed.v1.RunSignature";
            };

            return RunSignature;
        })();

        v1.RunOffer = (function() {

            /**
             * Properties of a RunOffer.
             * @typedef {Object} mammofed.v1.RunOffer.$Properties
             * @property {string|null} [runId] RunOffer runId
             * @property {string|null} [configJson] RunOffer configJson
             * @property {Uint8Array|null} [configSha256] RunOffer configSha256
             * @property {mammofed.v1.RunSignature.$Properties|null} [signature] RunOffer signature
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a RunOffer.
             * @memberof mammofed.v1
             * @interface IRunOffer
             * @augments mammofed.v1.RunOffer.$Properties
             * @deprecated Use mammofed.v1.RunOffer.$Properties instead.
             */

            /**
             * Shape of a RunOffer.
             * @typedef {mammofed.v1.RunOffer.$Properties} mammofed.v1.RunOffer.$Shape
             */

            /**
             * Constructs a new RunOffer.
             * @memberof mammofed.v1
             * @classdesc Represents a RunOffer.
             * @constructor
             * @param {mammofed.v1.RunOffer.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const RunOffer = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * RunOffer runId.
             * @member {string} runId
             * @memberof mammofed.v1.RunOffer
             * @instance
             */
            RunOffer.prototype.runId = "";

            /**
             * RunOffer configJson.
             * @member {string} configJson
             * @memberof mammofed.v1.RunOffer
             * @instance
             */
            RunOffer.prototype.configJson = "";

            /**
             * RunOffer configSha256.
             * @member {Uint8Array} configSha256
             * @memberof mammofed.v1.RunOffer
             * @instance
             */
            RunOffer.prototype.configSha256 = $util.newBuffer([]);

            /**
             * RunOffer signature.
             * @member {mammofed.v1.RunSignature.$Properties|null|undefined} signature
             * @memberof mammofed.v1.RunOffer
             * @instance
             */
            RunOffer.prototype.signature = null;

            /**
             * Encodes the specified RunOffer message. Does not implicitly {@link mammofed.v1.RunOffer.verify|verify} messages.
             * @function encode
             * @memberof mammofed.v1.RunOffer
             * @static
             * @param {mammofed.v1.RunOffer.$Properties} message RunOffer message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            RunOffer.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.runId != null && $Object.hasOwnProperty.call(message, "runId") && message.runId !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.runId);
                if (message.configJson != null && $Object.hasOwnProperty.call(message, "configJson") && message.configJson !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.configJson);
                if (message.configSha256 != null && $Object.hasOwnProperty.call(message, "configSha256") && message.configSha256.length)
                    writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.configSha256);
                if (message.signature != null && $Object.hasOwnProperty.call(message, "signature"))
                    $root.mammofed.v1.RunSignature.encode(message.signature, writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a RunOffer message from the specified reader or buffer.
             * @function decode
             * @memberof mammofed.v1.RunOffer
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {mammofed.v1.RunOffer & mammofed.v1.RunOffer.$Shape} RunOffer
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            RunOffer.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.mammofed.v1.RunOffer();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.runId = value;
                            else
                                delete message.runId;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.configJson = value;
                            else
                                delete message.configJson;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.configSha256 = value;
                            else
                                delete message.configSha256;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.signature = $root.mammofed.v1.RunSignature.decode(reader, reader.size(), $undefined, _depth + 1, message.signature);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a RunOffer message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof mammofed.v1.RunOffer
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {mammofed.v1.RunOffer} RunOffer
             */
            RunOffer.fromObject = function (object, _depth) {
                if (object instanceof $root.mammofed.v1.RunOffer)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".mammofed.v1.RunOffer: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.mammofed.v1.RunOffer();
                if (object.runId != null)
                    if (typeof object.runId !== "string" || object.runId.length)
                        message.runId = $String(object.runId);
                if (object.configJson != null)
                    if (typeof object.configJson !== "string" || object.configJson.length)
                        message.configJson = $String(object.configJson);
                if (object.configSha256 != null)
                    if (object.configSha256.length)
                        if (typeof object.configSha256 === "string")
                            $util.base64.decode(object.configSha256, message.configSha256 = $util.newBuffer($util.base64.length(object.configSha256)), 0);
                        else if (object.configSha256.length >= 0)
                            message.configSha256 = object.configSha256;
                if (object.signature != null) {
                    if (!$util.isObject(object.signature))
                        throw $TypeError(".mammofed.v1.RunOffer.signature: object expected");
                    message.signature = $root.mammofed.v1.RunSignature.fromObject(object.signature, _depth + 1);
                }
                return message;
            };

            /**
             * Creates a plain object from a RunOffer message. Also converts values to other types if specified.
             * @function toObject
             * @memberof mammofed.v1.RunOffer
             * @static
             * @param {mammofed.v1.RunOffer} message RunOffer
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            RunOffer.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.runId = "";
                    object.configJson = "";
                    if (options.bytes === $String)
                        object.configSha256 = "";
                    else {
                        object.configSha256 = [];
                        if (options.bytes !== $Array)
                            object.configSha256 = $util.newBuffer(object.configSha256);
                    }
                    object.signature = null;
                }
                if (message.runId != null && $Object.hasOwnProperty.call(message, "runId"))
                    object.runId = message.runId;
                if (message.configJson != null && $Object.hasOwnProperty.call(message, "configJson"))
                    object.configJson = message.configJson;
                if (message.configSha256 != null && $Object.hasOwnProperty.call(message, "configSha256"))
                    object.configSha256 = options.bytes === $String ? $util.base64.encode(message.configSha256, 0, message.configSha256.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.configSha256) : message.configSha256;
                if (message.signature != null && $Object.hasOwnProperty.call(message, "signature"))
                    object.signature = $root.mammofed.v1.RunSignature.toObject(message.signature, options, _depth + 1);
                return object;
            };

            /**
             * Converts this RunOffer to JSON.
             * @function toJSON
             * @memberof mammofed.v1.RunOffer
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            RunOffer.prototype.toJSON = function() {
                return RunOffer.toObject(this, $protobuf.util.toJSONOptions);
            };

            /**
             * Gets the type url for RunOffer
             * @function getTypeUrl
             * @memberof mammofed.v1.RunOffer
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            RunOffer.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/mammofed.v1.RunOffer";
            };

            return RunOffer;
        })();

        v1.RunAgreed = (function() {

            /**
             * Properties of a RunAgreed.
             * @typedef {Object} mammofed.v1.RunAgreed.$Properties
             * @property {string|null} [runId] RunAgreed runId
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a RunAgreed.
             * @memberof mammofed.v1
             * @interface IRunAgreed
             * @augments mammofed.v1.RunAgreed.$Properties
             * @deprecated Use mammofed.v1.RunAgreed.$Properties instead.
             */

            /**
             * Shape of a RunAgreed.
             * @typedef {mammofed.v1.RunAgreed.$Properties} mammofed.v1.RunAgreed.$Shape
             */

            /**
             * Constructs a new RunAgreed.
             * @memberof mammofed.v1
             * @classdesc Represents a RunAgreed.
             * @constructor
             * @param {mammofed.v1.RunAgreed.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const RunAgreed = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * RunAgreed runId.
             * @member {string} runId
             * @memberof mammofed.v1.RunAgreed
             * @instance
             */
            RunAgreed.prototype.runId = "";

            /**
             * Encodes the specified RunAgreed message. Does not implicitly {@link mammofed.v1.RunAgreed.verify|verify} messages.
             * @function encode
             * @memberof mammofed.v1.RunAgreed
             * @static
             * @param {mammofed.v1.RunAgreed.$Properties} message RunAgreed message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            RunAgreed.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.runId != null && $Object.hasOwnProperty.call(message, "runId") && message.runId !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.runId);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a RunAgreed message from the specified reader or buffer.
             * @function decode
             * @memberof mammofed.v1.RunAgreed
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {mammofed.v1.RunAgreed & mammofed.v1.RunAgreed.$Shape} RunAgreed
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            RunAgreed.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.mammofed.v1.RunAgreed();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.runId = value;
                            else
                                delete message.runId;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a RunAgreed message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof mammofed.v1.RunAgreed
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {mammofed.v1.RunAgreed} RunAgreed
             */
            RunAgreed.fromObject = function (object, _depth) {
                if (object instanceof $root.mammofed.v1.RunAgreed)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".mammofed.v1.RunAgreed: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.mammofed.v1.RunAgreed();
                if (object.runId != null)
                    if (typeof object.runId !== "string" || object.runId.length)
                        message.runId = $String(object.runId);
                return message;
            };

            /**
             * Creates a plain object from a RunAgreed message. Also converts values to other types if specified.
             * @function toObject
             * @memberof mammofed.v1.RunAgreed
             * @static
             * @param {mammofed.v1.RunAgreed} message RunAgreed
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            RunAgreed.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults)
                    object.runId = "";
                if (message.runId != null && $Object.hasOwnProperty.call(message, "runId"))
                    object.runId = message.runId;
                return object;
            };

            /**
             * Converts this RunAgreed to JSON.
             * @function toJSON
             * @memberof mammofed.v1.RunAgreed
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            RunAgreed.prototype.toJSON = function() {
                return RunAgreed.toObject(this, $protobuf.util.toJSONOptions);
            };

            /**
             * Gets the type url for RunAgreed
             * @function getTypeUrl
             * @memberof mammofed.v1.RunAgreed
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            RunAgreed.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/mammofed.v1.RunAgreed";
            };

            return RunAgreed;
        })();

        v1.OfferAgain = (function() {

            /**
             * Properties of an OfferAgain.
             * @typedef {Object} mammofed.v1.OfferAgain.$Properties
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an OfferAgain.
             * @memberof mammofed.v1
             * @interface IOfferAgain
             * @augments mammofed.v1.OfferAgain.$Properties
             * @deprecated Use mammofed.v1.OfferAgain.$Properties instead.
             */

            /**
             * Shape of an OfferAgain.
             * @typedef {mammofed.v1.OfferAgain.$Properties} mammofed.v1.OfferAgain.$Shape
             */

            /**
             * Constructs a new OfferAgain.
             * @memberof mammofed.v1
             * @classdesc Represents an OfferAgain.
             * @constructor
             * @param {mammofed.v1.OfferAgain.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const OfferAgain = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Encodes the specified OfferAgain message. Does not implicitly {@link mammofed.v1.OfferAgain.verify|verify} messages.
             * @function encode
             * @memberof mammofed.v1.OfferAgain
             * @static
             * @param {mammofed.v1.OfferAgain.$Properties} message OfferAgain message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            OfferAgain.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an OfferAgain message from the specified reader or buffer.
             * @function decode
             * @memberof mammofed.v1.OfferAgain
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {mammofed.v1.OfferAgain & mammofed.v1.OfferAgain.$Shape} OfferAgain
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            OfferAgain.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.mammofed.v1.OfferAgain();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    reader.skipType(tag & 7, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates an OfferAgain message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof mammofed.v1.OfferAgain
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {mammofed.v1.OfferAgain} OfferAgain
             */
            OfferAgain.fromObject = function (object, _depth) {
                if (object instanceof $root.mammofed.v1.OfferAgain)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".mammofed.v1.OfferAgain: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                return new $root.mammofed.v1.OfferAgain();
            };

            /**
             * Creates a plain object from an OfferAgain message. Also converts values to other types if specified.
             * @function toObject
             * @memberof mammofed.v1.OfferAgain
             * @static
             * @param {mammofed.v1.OfferAgain} message OfferAgain
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            OfferAgain.toObject = function () {
                return {};
            };

            /**
             * Converts this OfferAgain to JSON.
             * @function toJSON
             * @memberof mammofed.v1.OfferAgain
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            OfferAgain.prototype.toJSON = function() {
                return OfferAgain.toObject(this, $protobuf.util.toJSONOptions);
            };

            /**
             * Gets the type url for OfferAgain
             * @function getTypeUrl
             * @memberof mammofed.v1.OfferAgain
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            OfferAgain.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/mammofed.v1.OfferAgain";
            };

            return OfferAgain;
        })();

        v1.TrainTask = (function() {

            /**
             * Properties of a TrainTask.
             * @typedef {Object} mammofed.v1.TrainTask.$Properties
             * @property {string|null} [runId] TrainTask runId
             * @property {number|null} [round] TrainTask round
             * @property {number|null} [attempt] TrainTask attempt
             * @property {string|null} [mode] TrainTask mode
             * @property {string|null} [configJson] TrainTask configJson
             * @property {Uint8Array|null} [configSha256] TrainTask configSha256
             * @property {mammofed.v1.ModelRef.$Properties|null} [baseModel] TrainTask baseModel
             * @property {Array.<mammofed.v1.TensorClip.$Properties>|null} [clips] TrainTask clips
             * @property {number|null} [ringBits] TrainTask ringBits
             * @property {number|null} [quantumMax] TrainTask quantumMax
             * @property {number|Long|null} [deadlineUnixMs] TrainTask deadlineUnixMs
             * @property {mammofed.v1.RunSignature.$Properties|null} [signature] TrainTask signature
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a TrainTask.
             * @memberof mammofed.v1
             * @interface ITrainTask
             * @augments mammofed.v1.TrainTask.$Properties
             * @deprecated Use mammofed.v1.TrainTask.$Properties instead.
             */

            /**
             * Shape of a TrainTask.
             * @typedef {mammofed.v1.TrainTask.$Properties} mammofed.v1.TrainTask.$Shape
             */

            /**
             * Constructs a new TrainTask.
             * @memberof mammofed.v1
             * @classdesc Represents a TrainTask.
             * @constructor
             * @param {mammofed.v1.TrainTask.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const TrainTask = function (properties) {
                this.clips = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * TrainTask runId.
             * @member {string} runId
             * @memberof mammofed.v1.TrainTask
             * @instance
             */
            TrainTask.prototype.runId = "";

            /**
             * TrainTask round.
             * @member {number} round
             * @memberof mammofed.v1.TrainTask
             * @instance
             */
            TrainTask.prototype.round = 0;

            /**
             * TrainTask attempt.
             * @member {number} attempt
             * @memberof mammofed.v1.TrainTask
             * @instance
             */
            TrainTask.prototype.attempt = 0;

            /**
             * TrainTask mode.
             * @member {string} mode
             * @memberof mammofed.v1.TrainTask
             * @instance
             */
            TrainTask.prototype.mode = "";

            /**
             * TrainTask configJson.
             * @member {string} configJson
             * @memberof mammofed.v1.TrainTask
             * @instance
             */
            TrainTask.prototype.configJson = "";

            /**
             * TrainTask configSha256.
             * @member {Uint8Array} configSha256
             * @memberof mammofed.v1.TrainTask
             * @instance
             */
            TrainTask.prototype.configSha256 = $util.newBuffer([]);

            /**
             * TrainTask baseModel.
             * @member {mammofed.v1.ModelRef.$Properties|null|undefined} baseModel
             * @memberof mammofed.v1.TrainTask
             * @instance
             */
            TrainTask.prototype.baseModel = null;

            /**
             * TrainTask clips.
             * @member {Array.<mammofed.v1.TensorClip.$Properties>} clips
             * @memberof mammofed.v1.TrainTask
             * @instance
             */
            TrainTask.prototype.clips = $util.emptyArray;

            /**
             * TrainTask ringBits.
             * @member {number} ringBits
             * @memberof mammofed.v1.TrainTask
             * @instance
             */
            TrainTask.prototype.ringBits = 0;

            /**
             * TrainTask quantumMax.
             * @member {number} quantumMax
             * @memberof mammofed.v1.TrainTask
             * @instance
             */
            TrainTask.prototype.quantumMax = 0;

            /**
             * TrainTask deadlineUnixMs.
             * @member {number|Long} deadlineUnixMs
             * @memberof mammofed.v1.TrainTask
             * @instance
             */
            TrainTask.prototype.deadlineUnixMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * TrainTask signature.
             * @member {mammofed.v1.RunSignature.$Properties|null|undefined} signature
             * @memberof mammofed.v1.TrainTask
             * @instance
             */
            TrainTask.prototype.signature = null;

            /**
             * Encodes the specified TrainTask message. Does not implicitly {@link mammofed.v1.TrainTask.verify|verify} messages.
             * @function encode
             * @memberof mammofed.v1.TrainTask
             * @static
             * @param {mammofed.v1.TrainTask.$Properties} message TrainTask message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            TrainTask.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.runId != null && $Object.hasOwnProperty.call(message, "runId") && message.runId !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.runId);
                if (message.round != null && $Object.hasOwnProperty.call(message, "round") && message.round !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.round);
                if (message.attempt != null && $Object.hasOwnProperty.call(message, "attempt") && message.attempt !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.attempt);
                if (message.mode != null && $Object.hasOwnProperty.call(message, "mode") && message.mode !== "")
                    writer.uint32(/* id 4, wireType 2 =*/34).string(message.mode);
                if (message.configJson != null && $Object.hasOwnProperty.call(message, "configJson") && message.configJson !== "")
                    writer.uint32(/* id 5, wireType 2 =*/42).string(message.configJson);
                if (message.configSha256 != null && $Object.hasOwnProperty.call(message, "configSha256") && message.configSha256.length)
                    writer.uint32(/* id 6, wireType 2 =*/50).bytes(message.configSha256);
                if (message.baseModel != null && $Object.hasOwnProperty.call(message, "baseModel"))
                    $root.mammofed.v1.ModelRef.encode(message.baseModel, writer.uint32(/* id 7, wireType 2 =*/58).fork(), _depth + 1).ldelim();
                if (message.clips != null && message.clips.length)
                    for (let i = 0; i < message.clips.length; ++i)
                        $root.mammofed.v1.TensorClip.encode(message.clips[i], writer.uint32(/* id 8, wireType 2 =*/66).fork(), _depth + 1).ldelim();
                if (message.ringBits != null && $Object.hasOwnProperty.call(message, "ringBits") && message.ringBits !== 0)
                    writer.uint32(/* id 9, wireType 0 =*/72).uint32(message.ringBits);
                if (message.quantumMax != null && $Object.hasOwnProperty.call(message, "quantumMax") && message.quantumMax !== 0)
                    writer.uint32(/* id 10, wireType 0 =*/80).uint32(message.quantumMax);
                if (message.deadlineUnixMs != null && $Object.hasOwnProperty.call(message, "deadlineUnixMs") && (typeof message.deadlineUnixMs === "object" ? message.deadlineUnixMs.low || message.deadlineUnixMs.high : message.deadlineUnixMs !== 0))
                    writer.uint32(/* id 11, wireType 0 =*/88).uint64(message.deadlineUnixMs);
                if (message.signature != null && $Object.hasOwnProperty.call(message, "signature"))
                    $root.mammofed.v1.RunSignature.encode(message.signature, writer.uint32(/* id 20, wireType 2 =*/162).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a TrainTask message from the specified reader or buffer.
             * @function decode
             * @memberof mammofed.v1.TrainTask
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {mammofed.v1.TrainTask & mammofed.v1.TrainTask.$Shape} TrainTask
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            TrainTask.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.mammofed.v1.TrainTask();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.runId = value;
                            else
                                delete message.runId;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.round = value;
                            else
                                delete message.round;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.attempt = value;
                            else
                                delete message.attempt;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.mode = value;
                            else
                                delete message.mode;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.configJson = value;
                            else
                                delete message.configJson;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.configSha256 = value;
                            else
                                delete message.configSha256;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            message.baseModel = $root.mammofed.v1.ModelRef.decode(reader, reader.size(), $undefined, _depth + 1, message.baseModel);
                            continue;
                        }
                    case 8: {
                            if (wireType !== 2)
                                break;
                            if (!(message.clips && message.clips.length))
                                message.clips = [];
                            message.clips.push($root.mammofed.v1.TensorClip.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 9: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.ringBits = value;
                            else
                                delete message.ringBits;
                            continue;
                        }
                    case 10: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.quantumMax = value;
                            else
                                delete message.quantumMax;
                            continue;
                        }
                    case 11: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.deadlineUnixMs = value;
                            else
                                delete message.deadlineUnixMs;
                            continue;
                        }
                    case 20: {
                            if (wireType !== 2)
                                break;
                            message.signature = $root.mammofed.v1.RunSignature.decode(reader, reader.size(), $undefined, _depth + 1, message.signature);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a TrainTask message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof mammofed.v1.TrainTask
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {mammofed.v1.TrainTask} TrainTask
             */
            TrainTask.fromObject = function (object, _depth) {
                if (object instanceof $root.mammofed.v1.TrainTask)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".mammofed.v1.TrainTask: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.mammofed.v1.TrainTask();
                if (object.runId != null)
                    if (typeof object.runId !== "string" || object.runId.length)
                        message.runId = $String(object.runId);
                if (object.round != null)
                    if ($Number(object.round) !== 0)
                        message.round = object.round >>> 0;
                if (object.attempt != null)
                    if ($Number(object.attempt) !== 0)
                        message.attempt = object.attempt >>> 0;
                if (object.mode != null)
                    if (typeof object.mode !== "string" || object.mode.length)
                        message.mode = $String(object.mode);
                if (object.configJson != null)
                    if (typeof object.configJson !== "string" || object.configJson.length)
                        message.configJson = $String(object.configJson);
                if (object.configSha256 != null)
                    if (object.configSha256.length)
                        if (typeof object.configSha256 === "string")
                            $util.base64.decode(object.configSha256, message.configSha256 = $util.newBuffer($util.base64.length(object.configSha256)), 0);
                        else if (object.configSha256.length >= 0)
                            message.configSha256 = object.configSha256;
                if (object.baseModel != null) {
                    if (!$util.isObject(object.baseModel))
                        throw $TypeError(".mammofed.v1.TrainTask.baseModel: object expected");
                    message.baseModel = $root.mammofed.v1.ModelRef.fromObject(object.baseModel, _depth + 1);
                }
                if (object.clips) {
                    if (!$Array.isArray(object.clips))
                        throw $TypeError(".mammofed.v1.TrainTask.clips: array expected");
                    message.clips = $Array(object.clips.length);
                    for (let i = 0; i < object.clips.length; ++i) {
                        if (!$util.isObject(object.clips[i]))
                            throw $TypeError(".mammofed.v1.TrainTask.clips: object expected");
                        message.clips[i] = $root.mammofed.v1.TensorClip.fromObject(object.clips[i], _depth + 1);
                    }
                }
                if (object.ringBits != null)
                    if ($Number(object.ringBits) !== 0)
                        message.ringBits = object.ringBits >>> 0;
                if (object.quantumMax != null)
                    if ($Number(object.quantumMax) !== 0)
                        message.quantumMax = object.quantumMax >>> 0;
                if (object.deadlineUnixMs != null)
                    if (typeof object.deadlineUnixMs === "object" ? object.deadlineUnixMs.low || object.deadlineUnixMs.high : $Number(object.deadlineUnixMs) !== 0)
                        if ($util.Long)
                            message.deadlineUnixMs = $util.Long.fromValue(object.deadlineUnixMs, true);
                        else if (typeof object.deadlineUnixMs === "string")
                            message.deadlineUnixMs = $parseInt(object.deadlineUnixMs, 10);
                        else if (typeof object.deadlineUnixMs === "number")
                            message.deadlineUnixMs = object.deadlineUnixMs;
                        else if (typeof object.deadlineUnixMs === "object")
                            message.deadlineUnixMs = new $util.LongBits(object.deadlineUnixMs.low >>> 0, object.deadlineUnixMs.high >>> 0).toNumber(true);
                if (object.signature != null) {
                    if (!$util.isObject(object.signature))
                        throw $TypeError(".mammofed.v1.TrainTask.signature: object expected");
                    message.signature = $root.mammofed.v1.RunSignature.fromObject(object.signature, _depth + 1);
                }
                return message;
            };

            /**
             * Creates a plain object from a TrainTask message. Also converts values to other types if specified.
             * @function toObject
             * @memberof mammofed.v1.TrainTask
             * @static
             * @param {mammofed.v1.TrainTask} message TrainTask
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            TrainTask.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.arrays || options.defaults)
                    object.clips = [];
                if (options.defaults) {
                    object.runId = "";
                    object.round = 0;
                    object.attempt = 0;
                    object.mode = "";
                    object.configJson = "";
                    if (options.bytes === $String)
                        object.configSha256 = "";
                    else {
                        object.configSha256 = [];
                        if (options.bytes !== $Array)
                            object.configSha256 = $util.newBuffer(object.configSha256);
                    }
                    object.baseModel = null;
                    object.ringBits = 0;
                    object.quantumMax = 0;
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.deadlineUnixMs = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.deadlineUnixMs = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                    object.signature = null;
                }
                if (message.runId != null && $Object.hasOwnProperty.call(message, "runId"))
                    object.runId = message.runId;
                if (message.round != null && $Object.hasOwnProperty.call(message, "round"))
                    object.round = message.round;
                if (message.attempt != null && $Object.hasOwnProperty.call(message, "attempt"))
                    object.attempt = message.attempt;
                if (message.mode != null && $Object.hasOwnProperty.call(message, "mode"))
                    object.mode = message.mode;
                if (message.configJson != null && $Object.hasOwnProperty.call(message, "configJson"))
                    object.configJson = message.configJson;
                if (message.configSha256 != null && $Object.hasOwnProperty.call(message, "configSha256"))
                    object.configSha256 = options.bytes === $String ? $util.base64.encode(message.configSha256, 0, message.configSha256.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.configSha256) : message.configSha256;
                if (message.baseModel != null && $Object.hasOwnProperty.call(message, "baseModel"))
                    object.baseModel = $root.mammofed.v1.ModelRef.toObject(message.baseModel, options, _depth + 1);
                if (message.clips && message.clips.length) {
                    object.clips = $Array(message.clips.length);
                    for (let j = 0; j < message.clips.length; ++j)
                        object.clips[j] = $root.mammofed.v1.TensorClip.toObject(message.clips[j], options, _depth + 1);
                }
                if (message.ringBits != null && $Object.hasOwnProperty.call(message, "ringBits"))
                    object.ringBits = message.ringBits;
                if (message.quantumMax != null && $Object.hasOwnProperty.call(message, "quantumMax"))
                    object.quantumMax = message.quantumMax;
                if (message.deadlineUnixMs != null && $Object.hasOwnProperty.call(message, "deadlineUnixMs"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.deadlineUnixMs = typeof message.deadlineUnixMs === "number" ? $BigInt(message.deadlineUnixMs) : $util.Long.fromBits(message.deadlineUnixMs.low >>> 0, message.deadlineUnixMs.high >>> 0, true).toBigInt();
                    else if (typeof message.deadlineUnixMs === "number")
                        object.deadlineUnixMs = options.longs === $String ? $String(message.deadlineUnixMs) : message.deadlineUnixMs;
                    else
                        object.deadlineUnixMs = options.longs === $String ? $util.Long.prototype.toString.call(message.deadlineUnixMs) : options.longs === $Number ? new $util.LongBits(message.deadlineUnixMs.low >>> 0, message.deadlineUnixMs.high >>> 0).toNumber(true) : message.deadlineUnixMs;
                if (message.signature != null && $Object.hasOwnProperty.call(message, "signature"))
                    object.signature = $root.mammofed.v1.RunSignature.toObject(message.signature, options, _depth + 1);
                return object;
            };

            /**
             * Converts this TrainTask to JSON.
             * @function toJSON
             * @memberof mammofed.v1.TrainTask
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            TrainTask.prototype.toJSON = function() {
                return TrainTask.toObject(this, $protobuf.util.toJSONOptions);
            };

            /**
             * Gets the type url for TrainTask
             * @function getTypeUrl
             * @memberof mammofed.v1.TrainTask
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            TrainTask.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/mammofed.v1.TrainTask";
            };

            return TrainTask;
        })();

        v1.EvaluateTask = (function() {

            /**
             * Properties of an EvaluateTask.
             * @typedef {Object} mammofed.v1.EvaluateTask.$Properties
             * @property {string|null} [runId] EvaluateTask runId
             * @property {number|null} [round] EvaluateTask round
             * @property {string|null} [configJson] EvaluateTask configJson
             * @property {Uint8Array|null} [configSha256] EvaluateTask configSha256
             * @property {mammofed.v1.ModelRef.$Properties|null} [model] EvaluateTask model
             * @property {number|Long|null} [deadlineUnixMs] EvaluateTask deadlineUnixMs
             * @property {mammofed.v1.RunSignature.$Properties|null} [signature] EvaluateTask signature
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an EvaluateTask.
             * @memberof mammofed.v1
             * @interface IEvaluateTask
             * @augments mammofed.v1.EvaluateTask.$Properties
             * @deprecated Use mammofed.v1.EvaluateTask.$Properties instead.
             */

            /**
             * Shape of an EvaluateTask.
             * @typedef {mammofed.v1.EvaluateTask.$Properties} mammofed.v1.EvaluateTask.$Shape
             */

            /**
             * Constructs a new EvaluateTask.
             * @memberof mammofed.v1
             * @classdesc Represents an EvaluateTask.
             * @constructor
             * @param {mammofed.v1.EvaluateTask.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const EvaluateTask = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * EvaluateTask runId.
             * @member {string} runId
             * @memberof mammofed.v1.EvaluateTask
             * @instance
             */
            EvaluateTask.prototype.runId = "";

            /**
             * EvaluateTask round.
             * @member {number} round
             * @memberof mammofed.v1.EvaluateTask
             * @instance
             */
            EvaluateTask.prototype.round = 0;

            /**
             * EvaluateTask configJson.
             * @member {string} configJson
             * @memberof mammofed.v1.EvaluateTask
             * @instance
             */
            EvaluateTask.prototype.configJson = "";

            /**
             * EvaluateTask configSha256.
             * @member {Uint8Array} configSha256
             * @memberof mammofed.v1.EvaluateTask
             * @instance
             */
            EvaluateTask.prototype.configSha256 = $util.newBuffer([]);

            /**
             * EvaluateTask model.
             * @member {mammofed.v1.ModelRef.$Properties|null|undefined} model
             * @memberof mammofed.v1.EvaluateTask
             * @instance
             */
            EvaluateTask.prototype.model = null;

            /**
             * EvaluateTask deadlineUnixMs.
             * @member {number|Long} deadlineUnixMs
             * @memberof mammofed.v1.EvaluateTask
             * @instance
             */
            EvaluateTask.prototype.deadlineUnixMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * EvaluateTask signature.
             * @member {mammofed.v1.RunSignature.$Properties|null|undefined} signature
             * @memberof mammofed.v1.EvaluateTask
             * @instance
             */
            EvaluateTask.prototype.signature = null;

            /**
             * Encodes the specified EvaluateTask message. Does not implicitly {@link mammofed.v1.EvaluateTask.verify|verify} messages.
             * @function encode
             * @memberof mammofed.v1.EvaluateTask
             * @static
             * @param {mammofed.v1.EvaluateTask.$Properties} message EvaluateTask message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            EvaluateTask.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.runId != null && $Object.hasOwnProperty.call(message, "runId") && message.runId !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.runId);
                if (message.round != null && $Object.hasOwnProperty.call(message, "round") && message.round !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.round);
                if (message.configJson != null && $Object.hasOwnProperty.call(message, "configJson") && message.configJson !== "")
                    writer.uint32(/* id 3, wireType 2 =*/26).string(message.configJson);
                if (message.configSha256 != null && $Object.hasOwnProperty.call(message, "configSha256") && message.configSha256.length)
                    writer.uint32(/* id 4, wireType 2 =*/34).bytes(message.configSha256);
                if (message.model != null && $Object.hasOwnProperty.call(message, "model"))
                    $root.mammofed.v1.ModelRef.encode(message.model, writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
                if (message.deadlineUnixMs != null && $Object.hasOwnProperty.call(message, "deadlineUnixMs") && (typeof message.deadlineUnixMs === "object" ? message.deadlineUnixMs.low || message.deadlineUnixMs.high : message.deadlineUnixMs !== 0))
                    writer.uint32(/* id 6, wireType 0 =*/48).uint64(message.deadlineUnixMs);
                if (message.signature != null && $Object.hasOwnProperty.call(message, "signature"))
                    $root.mammofed.v1.RunSignature.encode(message.signature, writer.uint32(/* id 20, wireType 2 =*/162).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an EvaluateTask message from the specified reader or buffer.
             * @function decode
             * @memberof mammofed.v1.EvaluateTask
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {mammofed.v1.EvaluateTask & mammofed.v1.EvaluateTask.$Shape} EvaluateTask
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            EvaluateTask.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.mammofed.v1.EvaluateTask();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.runId = value;
                            else
                                delete message.runId;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.round = value;
                            else
                                delete message.round;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.configJson = value;
                            else
                                delete message.configJson;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.configSha256 = value;
                            else
                                delete message.configSha256;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            message.model = $root.mammofed.v1.ModelRef.decode(reader, reader.size(), $undefined, _depth + 1, message.model);
                            continue;
                        }
                    case 6: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.deadlineUnixMs = value;
                            else
                                delete message.deadlineUnixMs;
                            continue;
                        }
                    case 20: {
                            if (wireType !== 2)
                                break;
                            message.signature = $root.mammofed.v1.RunSignature.decode(reader, reader.size(), $undefined, _depth + 1, message.signature);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates an EvaluateTask message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof mammofed.v1.EvaluateTask
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {mammofed.v1.EvaluateTask} EvaluateTask
             */
            EvaluateTask.fromObject = function (object, _depth) {
                if (object instanceof $root.mammofed.v1.EvaluateTask)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".mammofed.v1.EvaluateTask: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.mammofed.v1.EvaluateTask();
                if (object.runId != null)
                    if (typeof object.runId !== "string" || object.runId.length)
                        message.runId = $String(object.runId);
                if (object.round != null)
                    if ($Number(object.round) !== 0)
                        message.round = object.round >>> 0;
                if (object.configJson != null)
                    if (typeof object.configJson !== "string" || object.configJson.length)
                        message.configJson = $String(object.configJson);
                if (object.configSha256 != null)
                    if (object.configSha256.length)
                        if (typeof object.configSha256 === "string")
                            $util.base64.decode(object.configSha256, message.configSha256 = $util.newBuffer($util.base64.length(object.configSha256)), 0);
                        else if (object.configSha256.length >= 0)
                            message.configSha256 = object.configSha256;
                if (object.model != null) {
                    if (!$util.isObject(object.model))
                        throw $TypeError(".mammofed.v1.EvaluateTask.model: object expected");
                    message.model = $root.mammofed.v1.ModelRef.fromObject(object.model, _depth + 1);
                }
                if (object.deadlineUnixMs != null)
                    if (typeof object.deadlineUnixMs === "object" ? object.deadlineUnixMs.low || object.deadlineUnixMs.high : $Number(object.deadlineUnixMs) !== 0)
                        if ($util.Long)
                            message.deadlineUnixMs = $util.Long.fromValue(object.deadlineUnixMs, true);
                        else if (typeof object.deadlineUnixMs === "string")
                            message.deadlineUnixMs = $parseInt(object.deadlineUnixMs, 10);
                        else if (typeof object.deadlineUnixMs === "number")
                            message.deadlineUnixMs = object.deadlineUnixMs;
                        else if (typeof object.deadlineUnixMs === "object")
                            message.deadlineUnixMs = new $util.LongBits(object.deadlineUnixMs.low >>> 0, object.deadlineUnixMs.high >>> 0).toNumber(true);
                if (object.signature != null) {
                    if (!$util.isObject(object.signature))
                        throw $TypeError(".mammofed.v1.EvaluateTask.signature: object expected");
                    message.signature = $root.mammofed.v1.RunSignature.fromObject(object.signature, _depth + 1);
                }
                return message;
            };

            /**
             * Creates a plain object from an EvaluateTask message. Also converts values to other types if specified.
             * @function toObject
             * @memberof mammofed.v1.EvaluateTask
             * @static
             * @param {mammofed.v1.EvaluateTask} message EvaluateTask
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            EvaluateTask.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.runId = "";
                    object.round = 0;
                    object.configJson = "";
                    if (options.bytes === $String)
                        object.configSha256 = "";
                    else {
                        object.configSha256 = [];
                        if (options.bytes !== $Array)
                            object.configSha256 = $util.newBuffer(object.configSha256);
                    }
                    object.model = null;
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.deadlineUnixMs = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.deadlineUnixMs = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                    object.signature = null;
                }
                if (message.runId != null && $Object.hasOwnProperty.call(message, "runId"))
                    object.runId = message.runId;
                if (message.round != null && $Object.hasOwnProperty.call(message, "round"))
                    object.round = message.round;
                if (message.configJson != null && $Object.hasOwnProperty.call(message, "configJson"))
                    object.configJson = message.configJson;
                if (message.configSha256 != null && $Object.hasOwnProperty.call(message, "configSha256"))
                    object.configSha256 = options.bytes === $String ? $util.base64.encode(message.configSha256, 0, message.configSha256.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.configSha256) : message.configSha256;
                if (message.model != null && $Object.hasOwnProperty.call(message, "model"))
                    object.model = $root.mammofed.v1.ModelRef.toObject(message.model, options, _depth + 1);
                if (message.deadlineUnixMs != null && $Object.hasOwnProperty.call(message, "deadlineUnixMs"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.deadlineUnixMs = typeof message.deadlineUnixMs === "number" ? $BigInt(message.deadlineUnixMs) : $util.Long.fromBits(message.deadlineUnixMs.low >>> 0, message.deadlineUnixMs.high >>> 0, true).toBigInt();
                    else if (typeof message.deadlineUnixMs === "number")
                        object.deadlineUnixMs = options.longs === $String ? $String(message.deadlineUnixMs) : message.deadlineUnixMs;
                    else
                        object.deadlineUnixMs = options.longs === $String ? $util.Long.prototype.toString.call(message.deadlineUnixMs) : options.longs === $Number ? new $util.LongBits(message.deadlineUnixMs.low >>> 0, message.deadlineUnixMs.high >>> 0).toNumber(true) : message.deadlineUnixMs;
                if (message.signature != null && $Object.hasOwnProperty.call(message, "signature"))
                    object.signature = $root.mammofed.v1.RunSignature.toObject(message.signature, options, _depth + 1);
                return object;
            };

            /**
             * Converts this EvaluateTask to JSON.
             * @function toJSON
             * @memberof mammofed.v1.EvaluateTask
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            EvaluateTask.prototype.toJSON = function() {
                return EvaluateTask.toObject(this, $protobuf.util.toJSONOptions);
            };

            /**
             * Gets the type url for EvaluateTask
             * @function getTypeUrl
             * @memberof mammofed.v1.EvaluateTask
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            EvaluateTask.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/mammofed.v1.EvaluateTask";
            };

            return EvaluateTask;
        })();

        v1.CancelTask = (function() {

            /**
             * Properties of a CancelTask.
             * @typedef {Object} mammofed.v1.CancelTask.$Properties
             * @property {string|null} [runId] CancelTask runId
             * @property {number|null} [round] CancelTask round
             * @property {number|null} [attempt] CancelTask attempt
             * @property {string|null} [reason] CancelTask reason
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a CancelTask.
             * @memberof mammofed.v1
             * @interface ICancelTask
             * @augments mammofed.v1.CancelTask.$Properties
             * @deprecated Use mammofed.v1.CancelTask.$Properties instead.
             */

            /**
             * Shape of a CancelTask.
             * @typedef {mammofed.v1.CancelTask.$Properties} mammofed.v1.CancelTask.$Shape
             */

            /**
             * Constructs a new CancelTask.
             * @memberof mammofed.v1
             * @classdesc Represents a CancelTask.
             * @constructor
             * @param {mammofed.v1.CancelTask.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const CancelTask = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * CancelTask runId.
             * @member {string} runId
             * @memberof mammofed.v1.CancelTask
             * @instance
             */
            CancelTask.prototype.runId = "";

            /**
             * CancelTask round.
             * @member {number} round
             * @memberof mammofed.v1.CancelTask
             * @instance
             */
            CancelTask.prototype.round = 0;

            /**
             * CancelTask attempt.
             * @member {number} attempt
             * @memberof mammofed.v1.CancelTask
             * @instance
             */
            CancelTask.prototype.attempt = 0;

            /**
             * CancelTask reason.
             * @member {string} reason
             * @memberof mammofed.v1.CancelTask
             * @instance
             */
            CancelTask.prototype.reason = "";

            /**
             * Encodes the specified CancelTask message. Does not implicitly {@link mammofed.v1.CancelTask.verify|verify} messages.
             * @function encode
             * @memberof mammofed.v1.CancelTask
             * @static
             * @param {mammofed.v1.CancelTask.$Properties} message CancelTask message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            CancelTask.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.runId != null && $Object.hasOwnProperty.call(message, "runId") && message.runId !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.runId);
                if (message.round != null && $Object.hasOwnProperty.call(message, "round") && message.round !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.round);
                if (message.attempt != null && $Object.hasOwnProperty.call(message, "attempt") && message.attempt !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.attempt);
                if (message.reason != null && $Object.hasOwnProperty.call(message, "reason") && message.reason !== "")
                    writer.uint32(/* id 4, wireType 2 =*/34).string(message.reason);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a CancelTask message from the specified reader or buffer.
             * @function decode
             * @memberof mammofed.v1.CancelTask
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {mammofed.v1.CancelTask & mammofed.v1.CancelTask.$Shape} CancelTask
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            CancelTask.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.mammofed.v1.CancelTask();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.runId = value;
                            else
                                delete message.runId;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.round = value;
                            else
                                delete message.round;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.attempt = value;
                            else
                                delete message.attempt;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.reason = value;
                            else
                                delete message.reason;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a CancelTask message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof mammofed.v1.CancelTask
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {mammofed.v1.CancelTask} CancelTask
             */
            CancelTask.fromObject = function (object, _depth) {
                if (object instanceof $root.mammofed.v1.CancelTask)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".mammofed.v1.CancelTask: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.mammofed.v1.CancelTask();
                if (object.runId != null)
                    if (typeof object.runId !== "string" || object.runId.length)
                        message.runId = $String(object.runId);
                if (object.round != null)
                    if ($Number(object.round) !== 0)
                        message.round = object.round >>> 0;
                if (object.attempt != null)
                    if ($Number(object.attempt) !== 0)
                        message.attempt = object.attempt >>> 0;
                if (object.reason != null)
                    if (typeof object.reason !== "string" || object.reason.length)
                        message.reason = $String(object.reason);
                return message;
            };

            /**
             * Creates a plain object from a CancelTask message. Also converts values to other types if specified.
             * @function toObject
             * @memberof mammofed.v1.CancelTask
             * @static
             * @param {mammofed.v1.CancelTask} message CancelTask
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            CancelTask.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.runId = "";
                    object.round = 0;
                    object.attempt = 0;
                    object.reason = "";
                }
                if (message.runId != null && $Object.hasOwnProperty.call(message, "runId"))
                    object.runId = message.runId;
                if (message.round != null && $Object.hasOwnProperty.call(message, "round"))
                    object.round = message.round;
                if (message.attempt != null && $Object.hasOwnProperty.call(message, "attempt"))
                    object.attempt = message.attempt;
                if (message.reason != null && $Object.hasOwnProperty.call(message, "reason"))
                    object.reason = message.reason;
                return object;
            };

            /**
             * Converts this CancelTask to JSON.
             * @function toJSON
             * @memberof mammofed.v1.CancelTask
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            CancelTask.prototype.toJSON = function() {
                return CancelTask.toObject(this, $protobuf.util.toJSONOptions);
            };

            /**
             * Gets the type url for CancelTask
             * @function getTypeUrl
             * @memberof mammofed.v1.CancelTask
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            CancelTask.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/mammofed.v1.CancelTask";
            };

            return CancelTask;
        })();

        v1.TaskAccepted = (function() {

            /**
             * Properties of a TaskAccepted.
             * @typedef {Object} mammofed.v1.TaskAccepted.$Properties
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a TaskAccepted.
             * @memberof mammofed.v1
             * @interface ITaskAccepted
             * @augments mammofed.v1.TaskAccepted.$Properties
             * @deprecated Use mammofed.v1.TaskAccepted.$Properties instead.
             */

            /**
             * Shape of a TaskAccepted.
             * @typedef {mammofed.v1.TaskAccepted.$Properties} mammofed.v1.TaskAccepted.$Shape
             */

            /**
             * Constructs a new TaskAccepted.
             * @memberof mammofed.v1
             * @classdesc Represents a TaskAccepted.
             * @constructor
             * @param {mammofed.v1.TaskAccepted.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const TaskAccepted = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Encodes the specified TaskAccepted message. Does not implicitly {@link mammofed.v1.TaskAccepted.verify|verify} messages.
             * @function encode
             * @memberof mammofed.v1.TaskAccepted
             * @static
             * @param {mammofed.v1.TaskAccepted.$Properties} message TaskAccepted message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            TaskAccepted.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a TaskAccepted message from the specified reader or buffer.
             * @function decode
             * @memberof mammofed.v1.TaskAccepted
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {mammofed.v1.TaskAccepted & mammofed.v1.TaskAccepted.$Shape} TaskAccepted
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            TaskAccepted.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.mammofed.v1.TaskAccepted();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    reader.skipType(tag & 7, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a TaskAccepted message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof mammofed.v1.TaskAccepted
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {mammofed.v1.TaskAccepted} TaskAccepted
             */
            TaskAccepted.fromObject = function (object, _depth) {
                if (object instanceof $root.mammofed.v1.TaskAccepted)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".mammofed.v1.TaskAccepted: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                return new $root.mammofed.v1.TaskAccepted();
            };

            /**
             * Creates a plain object from a TaskAccepted message. Also converts values to other types if specified.
             * @function toObject
             * @memberof mammofed.v1.TaskAccepted
             * @static
             * @param {mammofed.v1.TaskAccepted} message TaskAccepted
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            TaskAccepted.toObject = function () {
                return {};
            };

            /**
             * Converts this TaskAccepted to JSON.
             * @function toJSON
             * @memberof mammofed.v1.TaskAccepted
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            TaskAccepted.prototype.toJSON = function() {
                return TaskAccepted.toObject(this, $protobuf.util.toJSONOptions);
            };

            /**
             * Gets the type url for TaskAccepted
             * @function getTypeUrl
             * @memberof mammofed.v1.TaskAccepted
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            TaskAccepted.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/mammofed.v1.TaskAccepted";
            };

            return TaskAccepted;
        })();

        v1.Progress = (function() {

            /**
             * Properties of a Progress.
             * @typedef {Object} mammofed.v1.Progress.$Properties
             * @property {string|null} [runId] Progress runId
             * @property {number|null} [round] Progress round
             * @property {number|null} [attempt] Progress attempt
             * @property {string|null} [phase] Progress phase
             * @property {number|null} [step] Progress step
             * @property {number|null} [stepCount] Progress stepCount
             * @property {number|null} [loss] Progress loss
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Progress.
             * @memberof mammofed.v1
             * @interface IProgress
             * @augments mammofed.v1.Progress.$Properties
             * @deprecated Use mammofed.v1.Progress.$Properties instead.
             */

            /**
             * Shape of a Progress.
             * @typedef {mammofed.v1.Progress.$Properties} mammofed.v1.Progress.$Shape
             */

            /**
             * Constructs a new Progress.
             * @memberof mammofed.v1
             * @classdesc Represents a Progress.
             * @constructor
             * @param {mammofed.v1.Progress.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Progress = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Progress runId.
             * @member {string} runId
             * @memberof mammofed.v1.Progress
             * @instance
             */
            Progress.prototype.runId = "";

            /**
             * Progress round.
             * @member {number} round
             * @memberof mammofed.v1.Progress
             * @instance
             */
            Progress.prototype.round = 0;

            /**
             * Progress attempt.
             * @member {number} attempt
             * @memberof mammofed.v1.Progress
             * @instance
             */
            Progress.prototype.attempt = 0;

            /**
             * Progress phase.
             * @member {string} phase
             * @memberof mammofed.v1.Progress
             * @instance
             */
            Progress.prototype.phase = "";

            /**
             * Progress step.
             * @member {number} step
             * @memberof mammofed.v1.Progress
             * @instance
             */
            Progress.prototype.step = 0;

            /**
             * Progress stepCount.
             * @member {number} stepCount
             * @memberof mammofed.v1.Progress
             * @instance
             */
            Progress.prototype.stepCount = 0;

            /**
             * Progress loss.
             * @member {number|null|undefined} loss
             * @memberof mammofed.v1.Progress
             * @instance
             */
            Progress.prototype.loss = null;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Progress.prototype, "_loss", {
                get: $util.oneOfGetter($oneOfFields = ["loss"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Encodes the specified Progress message. Does not implicitly {@link mammofed.v1.Progress.verify|verify} messages.
             * @function encode
             * @memberof mammofed.v1.Progress
             * @static
             * @param {mammofed.v1.Progress.$Properties} message Progress message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Progress.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.runId != null && $Object.hasOwnProperty.call(message, "runId") && message.runId !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.runId);
                if (message.round != null && $Object.hasOwnProperty.call(message, "round") && message.round !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.round);
                if (message.attempt != null && $Object.hasOwnProperty.call(message, "attempt") && message.attempt !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.attempt);
                if (message.phase != null && $Object.hasOwnProperty.call(message, "phase") && message.phase !== "")
                    writer.uint32(/* id 4, wireType 2 =*/34).string(message.phase);
                if (message.step != null && $Object.hasOwnProperty.call(message, "step") && message.step !== 0)
                    writer.uint32(/* id 5, wireType 0 =*/40).uint32(message.step);
                if (message.stepCount != null && $Object.hasOwnProperty.call(message, "stepCount") && message.stepCount !== 0)
                    writer.uint32(/* id 6, wireType 0 =*/48).uint32(message.stepCount);
                if (message.loss != null && $Object.hasOwnProperty.call(message, "loss"))
                    writer.uint32(/* id 7, wireType 1 =*/57).double(message.loss);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Progress message from the specified reader or buffer.
             * @function decode
             * @memberof mammofed.v1.Progress
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {mammofed.v1.Progress & mammofed.v1.Progress.$Shape} Progress
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Progress.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.mammofed.v1.Progress();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.runId = value;
                            else
                                delete message.runId;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.round = value;
                            else
                                delete message.round;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.attempt = value;
                            else
                                delete message.attempt;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.phase = value;
                            else
                                delete message.phase;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.step = value;
                            else
                                delete message.step;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.stepCount = value;
                            else
                                delete message.stepCount;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 1)
                                break;
                            message.loss = reader.double();
                            message._loss = "loss";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a Progress message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof mammofed.v1.Progress
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {mammofed.v1.Progress} Progress
             */
            Progress.fromObject = function (object, _depth) {
                if (object instanceof $root.mammofed.v1.Progress)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".mammofed.v1.Progress: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.mammofed.v1.Progress();
                if (object.runId != null)
                    if (typeof object.runId !== "string" || object.runId.length)
                        message.runId = $String(object.runId);
                if (object.round != null)
                    if ($Number(object.round) !== 0)
                        message.round = object.round >>> 0;
                if (object.attempt != null)
                    if ($Number(object.attempt) !== 0)
                        message.attempt = object.attempt >>> 0;
                if (object.phase != null)
                    if (typeof object.phase !== "string" || object.phase.length)
                        message.phase = $String(object.phase);
                if (object.step != null)
                    if ($Number(object.step) !== 0)
                        message.step = object.step >>> 0;
                if (object.stepCount != null)
                    if ($Number(object.stepCount) !== 0)
                        message.stepCount = object.stepCount >>> 0;
                if (object.loss != null)
                    message.loss = $Number(object.loss);
                return message;
            };

            /**
             * Creates a plain object from a Progress message. Also converts values to other types if specified.
             * @function toObject
             * @memberof mammofed.v1.Progress
             * @static
             * @param {mammofed.v1.Progress} message Progress
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            Progress.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.runId = "";
                    object.round = 0;
                    object.attempt = 0;
                    object.phase = "";
                    object.step = 0;
                    object.stepCount = 0;
                }
                if (message.runId != null && $Object.hasOwnProperty.call(message, "runId"))
                    object.runId = message.runId;
                if (message.round != null && $Object.hasOwnProperty.call(message, "round"))
                    object.round = message.round;
                if (message.attempt != null && $Object.hasOwnProperty.call(message, "attempt"))
                    object.attempt = message.attempt;
                if (message.phase != null && $Object.hasOwnProperty.call(message, "phase"))
                    object.phase = message.phase;
                if (message.step != null && $Object.hasOwnProperty.call(message, "step"))
                    object.step = message.step;
                if (message.stepCount != null && $Object.hasOwnProperty.call(message, "stepCount"))
                    object.stepCount = message.stepCount;
                if (message.loss != null && $Object.hasOwnProperty.call(message, "loss"))
                    object.loss = options.json && !$isFinite(message.loss) ? $String(message.loss) : message.loss;
                return object;
            };

            /**
             * Converts this Progress to JSON.
             * @function toJSON
             * @memberof mammofed.v1.Progress
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            Progress.prototype.toJSON = function() {
                return Progress.toObject(this, $protobuf.util.toJSONOptions);
            };

            /**
             * Gets the type url for Progress
             * @function getTypeUrl
             * @memberof mammofed.v1.Progress
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            Progress.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/mammofed.v1.Progress";
            };

            return Progress;
        })();

        v1.TaskFailed = (function() {

            /**
             * Properties of a TaskFailed.
             * @typedef {Object} mammofed.v1.TaskFailed.$Properties
             * @property {string|null} [runId] TaskFailed runId
             * @property {number|null} [round] TaskFailed round
             * @property {number|null} [attempt] TaskFailed attempt
             * @property {string|null} [code] TaskFailed code
             * @property {string|null} [message] TaskFailed message
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a TaskFailed.
             * @memberof mammofed.v1
             * @interface ITaskFailed
             * @augments mammofed.v1.TaskFailed.$Properties
             * @deprecated Use mammofed.v1.TaskFailed.$Properties instead.
             */

            /**
             * Shape of a TaskFailed.
             * @typedef {mammofed.v1.TaskFailed.$Properties} mammofed.v1.TaskFailed.$Shape
             */

            /**
             * Constructs a new TaskFailed.
             * @memberof mammofed.v1
             * @classdesc Represents a TaskFailed.
             * @constructor
             * @param {mammofed.v1.TaskFailed.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const TaskFailed = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * TaskFailed runId.
             * @member {string} runId
             * @memberof mammofed.v1.TaskFailed
             * @instance
             */
            TaskFailed.prototype.runId = "";

            /**
             * TaskFailed round.
             * @member {number} round
             * @memberof mammofed.v1.TaskFailed
             * @instance
             */
            TaskFailed.prototype.round = 0;

            /**
             * TaskFailed attempt.
             * @member {number} attempt
             * @memberof mammofed.v1.TaskFailed
             * @instance
             */
            TaskFailed.prototype.attempt = 0;

            /**
             * TaskFailed code.
             * @member {string} code
             * @memberof mammofed.v1.TaskFailed
             * @instance
             */
            TaskFailed.prototype.code = "";

            /**
             * TaskFailed message.
             * @member {string} message
             * @memberof mammofed.v1.TaskFailed
             * @instance
             */
            TaskFailed.prototype.message = "";

            /**
             * Encodes the specified TaskFailed message. Does not implicitly {@link mammofed.v1.TaskFailed.verify|verify} messages.
             * @function encode
             * @memberof mammofed.v1.TaskFailed
             * @static
             * @param {mammofed.v1.TaskFailed.$Properties} message TaskFailed message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            TaskFailed.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.runId != null && $Object.hasOwnProperty.call(message, "runId") && message.runId !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.runId);
                if (message.round != null && $Object.hasOwnProperty.call(message, "round") && message.round !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.round);
                if (message.attempt != null && $Object.hasOwnProperty.call(message, "attempt") && message.attempt !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.attempt);
                if (message.code != null && $Object.hasOwnProperty.call(message, "code") && message.code !== "")
                    writer.uint32(/* id 4, wireType 2 =*/34).string(message.code);
                if (message.message != null && $Object.hasOwnProperty.call(message, "message") && message.message !== "")
                    writer.uint32(/* id 5, wireType 2 =*/42).string(message.message);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a TaskFailed message from the specified reader or buffer.
             * @function decode
             * @memberof mammofed.v1.TaskFailed
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {mammofed.v1.TaskFailed & mammofed.v1.TaskFailed.$Shape} TaskFailed
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            TaskFailed.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.mammofed.v1.TaskFailed();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.runId = value;
                            else
                                delete message.runId;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.round = value;
                            else
                                delete message.round;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.attempt = value;
                            else
                                delete message.attempt;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.code = value;
                            else
                                delete message.code;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.message = value;
                            else
                                delete message.message;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a TaskFailed message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof mammofed.v1.TaskFailed
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {mammofed.v1.TaskFailed} TaskFailed
             */
            TaskFailed.fromObject = function (object, _depth) {
                if (object instanceof $root.mammofed.v1.TaskFailed)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".mammofed.v1.TaskFailed: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.mammofed.v1.TaskFailed();
                if (object.runId != null)
                    if (typeof object.runId !== "string" || object.runId.length)
                        message.runId = $String(object.runId);
                if (object.round != null)
                    if ($Number(object.round) !== 0)
                        message.round = object.round >>> 0;
                if (object.attempt != null)
                    if ($Number(object.attempt) !== 0)
                        message.attempt = object.attempt >>> 0;
                if (object.code != null)
                    if (typeof object.code !== "string" || object.code.length)
                        message.code = $String(object.code);
                if (object.message != null)
                    if (typeof object.message !== "string" || object.message.length)
                        message.message = $String(object.message);
                return message;
            };

            /**
             * Creates a plain object from a TaskFailed message. Also converts values to other types if specified.
             * @function toObject
             * @memberof mammofed.v1.TaskFailed
             * @static
             * @param {mammofed.v1.TaskFailed} message TaskFailed
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            TaskFailed.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.runId = "";
                    object.round = 0;
                    object.attempt = 0;
                    object.code = "";
                    object.message = "";
                }
                if (message.runId != null && $Object.hasOwnProperty.call(message, "runId"))
                    object.runId = message.runId;
                if (message.round != null && $Object.hasOwnProperty.call(message, "round"))
                    object.round = message.round;
                if (message.attempt != null && $Object.hasOwnProperty.call(message, "attempt"))
                    object.attempt = message.attempt;
                if (message.code != null && $Object.hasOwnProperty.call(message, "code"))
                    object.code = message.code;
                if (message.message != null && $Object.hasOwnProperty.call(message, "message"))
                    object.message = message.message;
                return object;
            };

            /**
             * Converts this TaskFailed to JSON.
             * @function toJSON
             * @memberof mammofed.v1.TaskFailed
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            TaskFailed.prototype.toJSON = function() {
                return TaskFailed.toObject(this, $protobuf.util.toJSONOptions);
            };

            /**
             * Gets the type url for TaskFailed
             * @function getTypeUrl
             * @memberof mammofed.v1.TaskFailed
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            TaskFailed.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/mammofed.v1.TaskFailed";
            };

            return TaskFailed;
        })();

        v1.ChunkRequest = (function() {

            /**
             * Properties of a ChunkRequest.
             * @typedef {Object} mammofed.v1.ChunkRequest.$Properties
             * @property {Uint8Array|null} [sha256] ChunkRequest sha256
             * @property {number|null} [index] ChunkRequest index
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a ChunkRequest.
             * @memberof mammofed.v1
             * @interface IChunkRequest
             * @augments mammofed.v1.ChunkRequest.$Properties
             * @deprecated Use mammofed.v1.ChunkRequest.$Properties instead.
             */

            /**
             * Shape of a ChunkRequest.
             * @typedef {mammofed.v1.ChunkRequest.$Properties} mammofed.v1.ChunkRequest.$Shape
             */

            /**
             * Constructs a new ChunkRequest.
             * @memberof mammofed.v1
             * @classdesc Represents a ChunkRequest.
             * @constructor
             * @param {mammofed.v1.ChunkRequest.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const ChunkRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * ChunkRequest sha256.
             * @member {Uint8Array} sha256
             * @memberof mammofed.v1.ChunkRequest
             * @instance
             */
            ChunkRequest.prototype.sha256 = $util.newBuffer([]);

            /**
             * ChunkRequest index.
             * @member {number} index
             * @memberof mammofed.v1.ChunkRequest
             * @instance
             */
            ChunkRequest.prototype.index = 0;

            /**
             * Encodes the specified ChunkRequest message. Does not implicitly {@link mammofed.v1.ChunkRequest.verify|verify} messages.
             * @function encode
             * @memberof mammofed.v1.ChunkRequest
             * @static
             * @param {mammofed.v1.ChunkRequest.$Properties} message ChunkRequest message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            ChunkRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.sha256 != null && $Object.hasOwnProperty.call(message, "sha256") && message.sha256.length)
                    writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.sha256);
                if (message.index != null && $Object.hasOwnProperty.call(message, "index") && message.index !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.index);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a ChunkRequest message from the specified reader or buffer.
             * @function decode
             * @memberof mammofed.v1.ChunkRequest
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {mammofed.v1.ChunkRequest & mammofed.v1.ChunkRequest.$Shape} ChunkRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            ChunkRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.mammofed.v1.ChunkRequest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.sha256 = value;
                            else
                                delete message.sha256;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.index = value;
                            else
                                delete message.index;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a ChunkRequest message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof mammofed.v1.ChunkRequest
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {mammofed.v1.ChunkRequest} ChunkRequest
             */
            ChunkRequest.fromObject = function (object, _depth) {
                if (object instanceof $root.mammofed.v1.ChunkRequest)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".mammofed.v1.ChunkRequest: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.mammofed.v1.ChunkRequest();
                if (object.sha256 != null)
                    if (object.sha256.length)
                        if (typeof object.sha256 === "string")
                            $util.base64.decode(object.sha256, message.sha256 = $util.newBuffer($util.base64.length(object.sha256)), 0);
                        else if (object.sha256.length >= 0)
                            message.sha256 = object.sha256;
                if (object.index != null)
                    if ($Number(object.index) !== 0)
                        message.index = object.index >>> 0;
                return message;
            };

            /**
             * Creates a plain object from a ChunkRequest message. Also converts values to other types if specified.
             * @function toObject
             * @memberof mammofed.v1.ChunkRequest
             * @static
             * @param {mammofed.v1.ChunkRequest} message ChunkRequest
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            ChunkRequest.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    if (options.bytes === $String)
                        object.sha256 = "";
                    else {
                        object.sha256 = [];
                        if (options.bytes !== $Array)
                            object.sha256 = $util.newBuffer(object.sha256);
                    }
                    object.index = 0;
                }
                if (message.sha256 != null && $Object.hasOwnProperty.call(message, "sha256"))
                    object.sha256 = options.bytes === $String ? $util.base64.encode(message.sha256, 0, message.sha256.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.sha256) : message.sha256;
                if (message.index != null && $Object.hasOwnProperty.call(message, "index"))
                    object.index = message.index;
                return object;
            };

            /**
             * Converts this ChunkRequest to JSON.
             * @function toJSON
             * @memberof mammofed.v1.ChunkRequest
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            ChunkRequest.prototype.toJSON = function() {
                return ChunkRequest.toObject(this, $protobuf.util.toJSONOptions);
            };

            /**
             * Gets the type url for ChunkRequest
             * @function getTypeUrl
             * @memberof mammofed.v1.ChunkRequest
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            ChunkRequest.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/mammofed.v1.ChunkRequest";
            };

            return ChunkRequest;
        })();

        v1.Chunk = (function() {

            /**
             * Properties of a Chunk.
             * @typedef {Object} mammofed.v1.Chunk.$Properties
             * @property {Uint8Array|null} [sha256] Chunk sha256
             * @property {number|null} [index] Chunk index
             * @property {Uint8Array|null} [data] Chunk data
             * @property {Uint8Array|null} [chunkSha256] Chunk chunkSha256
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Chunk.
             * @memberof mammofed.v1
             * @interface IChunk
             * @augments mammofed.v1.Chunk.$Properties
             * @deprecated Use mammofed.v1.Chunk.$Properties instead.
             */

            /**
             * Shape of a Chunk.
             * @typedef {mammofed.v1.Chunk.$Properties} mammofed.v1.Chunk.$Shape
             */

            /**
             * Constructs a new Chunk.
             * @memberof mammofed.v1
             * @classdesc Represents a Chunk.
             * @constructor
             * @param {mammofed.v1.Chunk.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Chunk = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Chunk sha256.
             * @member {Uint8Array} sha256
             * @memberof mammofed.v1.Chunk
             * @instance
             */
            Chunk.prototype.sha256 = $util.newBuffer([]);

            /**
             * Chunk index.
             * @member {number} index
             * @memberof mammofed.v1.Chunk
             * @instance
             */
            Chunk.prototype.index = 0;

            /**
             * Chunk data.
             * @member {Uint8Array} data
             * @memberof mammofed.v1.Chunk
             * @instance
             */
            Chunk.prototype.data = $util.newBuffer([]);

            /**
             * Chunk chunkSha256.
             * @member {Uint8Array} chunkSha256
             * @memberof mammofed.v1.Chunk
             * @instance
             */
            Chunk.prototype.chunkSha256 = $util.newBuffer([]);

            /**
             * Encodes the specified Chunk message. Does not implicitly {@link mammofed.v1.Chunk.verify|verify} messages.
             * @function encode
             * @memberof mammofed.v1.Chunk
             * @static
             * @param {mammofed.v1.Chunk.$Properties} message Chunk message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Chunk.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.sha256 != null && $Object.hasOwnProperty.call(message, "sha256") && message.sha256.length)
                    writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.sha256);
                if (message.index != null && $Object.hasOwnProperty.call(message, "index") && message.index !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.index);
                if (message.data != null && $Object.hasOwnProperty.call(message, "data") && message.data.length)
                    writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.data);
                if (message.chunkSha256 != null && $Object.hasOwnProperty.call(message, "chunkSha256") && message.chunkSha256.length)
                    writer.uint32(/* id 4, wireType 2 =*/34).bytes(message.chunkSha256);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Chunk message from the specified reader or buffer.
             * @function decode
             * @memberof mammofed.v1.Chunk
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {mammofed.v1.Chunk & mammofed.v1.Chunk.$Shape} Chunk
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Chunk.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.mammofed.v1.Chunk();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.sha256 = value;
                            else
                                delete message.sha256;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.index = value;
                            else
                                delete message.index;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.data = value;
                            else
                                delete message.data;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.chunkSha256 = value;
                            else
                                delete message.chunkSha256;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a Chunk message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof mammofed.v1.Chunk
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {mammofed.v1.Chunk} Chunk
             */
            Chunk.fromObject = function (object, _depth) {
                if (object instanceof $root.mammofed.v1.Chunk)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".mammofed.v1.Chunk: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.mammofed.v1.Chunk();
                if (object.sha256 != null)
                    if (object.sha256.length)
                        if (typeof object.sha256 === "string")
                            $util.base64.decode(object.sha256, message.sha256 = $util.newBuffer($util.base64.length(object.sha256)), 0);
                        else if (object.sha256.length >= 0)
                            message.sha256 = object.sha256;
                if (object.index != null)
                    if ($Number(object.index) !== 0)
                        message.index = object.index >>> 0;
                if (object.data != null)
                    if (object.data.length)
                        if (typeof object.data === "string")
                            $util.base64.decode(object.data, message.data = $util.newBuffer($util.base64.length(object.data)), 0);
                        else if (object.data.length >= 0)
                            message.data = object.data;
                if (object.chunkSha256 != null)
                    if (object.chunkSha256.length)
                        if (typeof object.chunkSha256 === "string")
                            $util.base64.decode(object.chunkSha256, message.chunkSha256 = $util.newBuffer($util.base64.length(object.chunkSha256)), 0);
                        else if (object.chunkSha256.length >= 0)
                            message.chunkSha256 = object.chunkSha256;
                return message;
            };

            /**
             * Creates a plain object from a Chunk message. Also converts values to other types if specified.
             * @function toObject
             * @memberof mammofed.v1.Chunk
             * @static
             * @param {mammofed.v1.Chunk} message Chunk
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            Chunk.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    if (options.bytes === $String)
                        object.sha256 = "";
                    else {
                        object.sha256 = [];
                        if (options.bytes !== $Array)
                            object.sha256 = $util.newBuffer(object.sha256);
                    }
                    object.index = 0;
                    if (options.bytes === $String)
                        object.data = "";
                    else {
                        object.data = [];
                        if (options.bytes !== $Array)
                            object.data = $util.newBuffer(object.data);
                    }
                    if (options.bytes === $String)
                        object.chunkSha256 = "";
                    else {
                        object.chunkSha256 = [];
                        if (options.bytes !== $Array)
                            object.chunkSha256 = $util.newBuffer(object.chunkSha256);
                    }
                }
                if (message.sha256 != null && $Object.hasOwnProperty.call(message, "sha256"))
                    object.sha256 = options.bytes === $String ? $util.base64.encode(message.sha256, 0, message.sha256.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.sha256) : message.sha256;
                if (message.index != null && $Object.hasOwnProperty.call(message, "index"))
                    object.index = message.index;
                if (message.data != null && $Object.hasOwnProperty.call(message, "data"))
                    object.data = options.bytes === $String ? $util.base64.encode(message.data, 0, message.data.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.data) : message.data;
                if (message.chunkSha256 != null && $Object.hasOwnProperty.call(message, "chunkSha256"))
                    object.chunkSha256 = options.bytes === $String ? $util.base64.encode(message.chunkSha256, 0, message.chunkSha256.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.chunkSha256) : message.chunkSha256;
                return object;
            };

            /**
             * Converts this Chunk to JSON.
             * @function toJSON
             * @memberof mammofed.v1.Chunk
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            Chunk.prototype.toJSON = function() {
                return Chunk.toObject(this, $protobuf.util.toJSONOptions);
            };

            /**
             * Gets the type url for Chunk
             * @function getTypeUrl
             * @memberof mammofed.v1.Chunk
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            Chunk.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/mammofed.v1.Chunk";
            };

            return Chunk;
        })();

        v1.UploadOpen = (function() {

            /**
             * Properties of an UploadOpen.
             * @typedef {Object} mammofed.v1.UploadOpen.$Properties
             * @property {string|null} [runId] UploadOpen runId
             * @property {number|null} [round] UploadOpen round
             * @property {number|null} [attempt] UploadOpen attempt
             * @property {Uint8Array|null} [sha256] UploadOpen sha256
             * @property {number|Long|null} [byteLength] UploadOpen byteLength
             * @property {mammofed.v1.TrainingStatistics.$Properties|null} [statistics] UploadOpen statistics
             * @property {mammofed.v1.EngineReport.$Properties|null} [engine] UploadOpen engine
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an UploadOpen.
             * @memberof mammofed.v1
             * @interface IUploadOpen
             * @augments mammofed.v1.UploadOpen.$Properties
             * @deprecated Use mammofed.v1.UploadOpen.$Properties instead.
             */

            /**
             * Shape of an UploadOpen.
             * @typedef {mammofed.v1.UploadOpen.$Properties} mammofed.v1.UploadOpen.$Shape
             */

            /**
             * Constructs a new UploadOpen.
             * @memberof mammofed.v1
             * @classdesc Represents an UploadOpen.
             * @constructor
             * @param {mammofed.v1.UploadOpen.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const UploadOpen = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * UploadOpen runId.
             * @member {string} runId
             * @memberof mammofed.v1.UploadOpen
             * @instance
             */
            UploadOpen.prototype.runId = "";

            /**
             * UploadOpen round.
             * @member {number} round
             * @memberof mammofed.v1.UploadOpen
             * @instance
             */
            UploadOpen.prototype.round = 0;

            /**
             * UploadOpen attempt.
             * @member {number} attempt
             * @memberof mammofed.v1.UploadOpen
             * @instance
             */
            UploadOpen.prototype.attempt = 0;

            /**
             * UploadOpen sha256.
             * @member {Uint8Array} sha256
             * @memberof mammofed.v1.UploadOpen
             * @instance
             */
            UploadOpen.prototype.sha256 = $util.newBuffer([]);

            /**
             * UploadOpen byteLength.
             * @member {number|Long} byteLength
             * @memberof mammofed.v1.UploadOpen
             * @instance
             */
            UploadOpen.prototype.byteLength = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * UploadOpen statistics.
             * @member {mammofed.v1.TrainingStatistics.$Properties|null|undefined} statistics
             * @memberof mammofed.v1.UploadOpen
             * @instance
             */
            UploadOpen.prototype.statistics = null;

            /**
             * UploadOpen engine.
             * @member {mammofed.v1.EngineReport.$Properties|null|undefined} engine
             * @memberof mammofed.v1.UploadOpen
             * @instance
             */
            UploadOpen.prototype.engine = null;

            /**
             * Encodes the specified UploadOpen message. Does not implicitly {@link mammofed.v1.UploadOpen.verify|verify} messages.
             * @function encode
             * @memberof mammofed.v1.UploadOpen
             * @static
             * @param {mammofed.v1.UploadOpen.$Properties} message UploadOpen message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            UploadOpen.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.runId != null && $Object.hasOwnProperty.call(message, "runId") && message.runId !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.runId);
                if (message.round != null && $Object.hasOwnProperty.call(message, "round") && message.round !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.round);
                if (message.attempt != null && $Object.hasOwnProperty.call(message, "attempt") && message.attempt !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.attempt);
                if (message.sha256 != null && $Object.hasOwnProperty.call(message, "sha256") && message.sha256.length)
                    writer.uint32(/* id 4, wireType 2 =*/34).bytes(message.sha256);
                if (message.byteLength != null && $Object.hasOwnProperty.call(message, "byteLength") && (typeof message.byteLength === "object" ? message.byteLength.low || message.byteLength.high : message.byteLength !== 0))
                    writer.uint32(/* id 5, wireType 0 =*/40).uint64(message.byteLength);
                if (message.statistics != null && $Object.hasOwnProperty.call(message, "statistics"))
                    $root.mammofed.v1.TrainingStatistics.encode(message.statistics, writer.uint32(/* id 6, wireType 2 =*/50).fork(), _depth + 1).ldelim();
                if (message.engine != null && $Object.hasOwnProperty.call(message, "engine"))
                    $root.mammofed.v1.EngineReport.encode(message.engine, writer.uint32(/* id 7, wireType 2 =*/58).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an UploadOpen message from the specified reader or buffer.
             * @function decode
             * @memberof mammofed.v1.UploadOpen
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {mammofed.v1.UploadOpen & mammofed.v1.UploadOpen.$Shape} UploadOpen
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            UploadOpen.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.mammofed.v1.UploadOpen();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.runId = value;
                            else
                                delete message.runId;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.round = value;
                            else
                                delete message.round;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.attempt = value;
                            else
                                delete message.attempt;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.sha256 = value;
                            else
                                delete message.sha256;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.byteLength = value;
                            else
                                delete message.byteLength;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            message.statistics = $root.mammofed.v1.TrainingStatistics.decode(reader, reader.size(), $undefined, _depth + 1, message.statistics);
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            message.engine = $root.mammofed.v1.EngineReport.decode(reader, reader.size(), $undefined, _depth + 1, message.engine);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates an UploadOpen message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof mammofed.v1.UploadOpen
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {mammofed.v1.UploadOpen} UploadOpen
             */
            UploadOpen.fromObject = function (object, _depth) {
                if (object instanceof $root.mammofed.v1.UploadOpen)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".mammofed.v1.UploadOpen: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.mammofed.v1.UploadOpen();
                if (object.runId != null)
                    if (typeof object.runId !== "string" || object.runId.length)
                        message.runId = $String(object.runId);
                if (object.round != null)
                    if ($Number(object.round) !== 0)
                        message.round = object.round >>> 0;
                if (object.attempt != null)
                    if ($Number(object.attempt) !== 0)
                        message.attempt = object.attempt >>> 0;
                if (object.sha256 != null)
                    if (object.sha256.length)
                        if (typeof object.sha256 === "string")
                            $util.base64.decode(object.sha256, message.sha256 = $util.newBuffer($util.base64.length(object.sha256)), 0);
                        else if (object.sha256.length >= 0)
                            message.sha256 = object.sha256;
                if (object.byteLength != null)
                    if (typeof object.byteLength === "object" ? object.byteLength.low || object.byteLength.high : $Number(object.byteLength) !== 0)
                        if ($util.Long)
                            message.byteLength = $util.Long.fromValue(object.byteLength, true);
                        else if (typeof object.byteLength === "string")
                            message.byteLength = $parseInt(object.byteLength, 10);
                        else if (typeof object.byteLength === "number")
                            message.byteLength = object.byteLength;
                        else if (typeof object.byteLength === "object")
                            message.byteLength = new $util.LongBits(object.byteLength.low >>> 0, object.byteLength.high >>> 0).toNumber(true);
                if (object.statistics != null) {
                    if (!$util.isObject(object.statistics))
                        throw $TypeError(".mammofed.v1.UploadOpen.statistics: object expected");
                    message.statistics = $root.mammofed.v1.TrainingStatistics.fromObject(object.statistics, _depth + 1);
                }
                if (object.engine != null) {
                    if (!$util.isObject(object.engine))
                        throw $TypeError(".mammofed.v1.UploadOpen.engine: object expected");
                    message.engine = $root.mammofed.v1.EngineReport.fromObject(object.engine, _depth + 1);
                }
                return message;
            };

            /**
             * Creates a plain object from an UploadOpen message. Also converts values to other types if specified.
             * @function toObject
             * @memberof mammofed.v1.UploadOpen
             * @static
             * @param {mammofed.v1.UploadOpen} message UploadOpen
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            UploadOpen.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.runId = "";
                    object.round = 0;
                    object.attempt = 0;
                    if (options.bytes === $String)
                        object.sha256 = "";
                    else {
                        object.sha256 = [];
                        if (options.bytes !== $Array)
                            object.sha256 = $util.newBuffer(object.sha256);
                    }
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.byteLength = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.byteLength = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                    object.statistics = null;
                    object.engine = null;
                }
                if (message.runId != null && $Object.hasOwnProperty.call(message, "runId"))
                    object.runId = message.runId;
                if (message.round != null && $Object.hasOwnProperty.call(message, "round"))
                    object.round = message.round;
                if (message.attempt != null && $Object.hasOwnProperty.call(message, "attempt"))
                    object.attempt = message.attempt;
                if (message.sha256 != null && $Object.hasOwnProperty.call(message, "sha256"))
                    object.sha256 = options.bytes === $String ? $util.base64.encode(message.sha256, 0, message.sha256.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.sha256) : message.sha256;
                if (message.byteLength != null && $Object.hasOwnProperty.call(message, "byteLength"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.byteLength = typeof message.byteLength === "number" ? $BigInt(message.byteLength) : $util.Long.fromBits(message.byteLength.low >>> 0, message.byteLength.high >>> 0, true).toBigInt();
                    else if (typeof message.byteLength === "number")
                        object.byteLength = options.longs === $String ? $String(message.byteLength) : message.byteLength;
                    else
                        object.byteLength = options.longs === $String ? $util.Long.prototype.toString.call(message.byteLength) : options.longs === $Number ? new $util.LongBits(message.byteLength.low >>> 0, message.byteLength.high >>> 0).toNumber(true) : message.byteLength;
                if (message.statistics != null && $Object.hasOwnProperty.call(message, "statistics"))
                    object.statistics = $root.mammofed.v1.TrainingStatistics.toObject(message.statistics, options, _depth + 1);
                if (message.engine != null && $Object.hasOwnProperty.call(message, "engine"))
                    object.engine = $root.mammofed.v1.EngineReport.toObject(message.engine, options, _depth + 1);
                return object;
            };

            /**
             * Converts this UploadOpen to JSON.
             * @function toJSON
             * @memberof mammofed.v1.UploadOpen
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            UploadOpen.prototype.toJSON = function() {
                return UploadOpen.toObject(this, $protobuf.util.toJSONOptions);
            };

            /**
             * Gets the type url for UploadOpen
             * @function getTypeUrl
             * @memberof mammofed.v1.UploadOpen
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            UploadOpen.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/mammofed.v1.UploadOpen";
            };

            return UploadOpen;
        })();

        v1.UploadStatus = (function() {

            /**
             * Properties of an UploadStatus.
             * @typedef {Object} mammofed.v1.UploadStatus.$Properties
             * @property {number|null} [nextChunk] UploadStatus nextChunk
             * @property {boolean|null} [complete] UploadStatus complete
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an UploadStatus.
             * @memberof mammofed.v1
             * @interface IUploadStatus
             * @augments mammofed.v1.UploadStatus.$Properties
             * @deprecated Use mammofed.v1.UploadStatus.$Properties instead.
             */

            /**
             * Shape of an UploadStatus.
             * @typedef {mammofed.v1.UploadStatus.$Properties} mammofed.v1.UploadStatus.$Shape
             */

            /**
             * Constructs a new UploadStatus.
             * @memberof mammofed.v1
             * @classdesc Represents an UploadStatus.
             * @constructor
             * @param {mammofed.v1.UploadStatus.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const UploadStatus = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * UploadStatus nextChunk.
             * @member {number} nextChunk
             * @memberof mammofed.v1.UploadStatus
             * @instance
             */
            UploadStatus.prototype.nextChunk = 0;

            /**
             * UploadStatus complete.
             * @member {boolean} complete
             * @memberof mammofed.v1.UploadStatus
             * @instance
             */
            UploadStatus.prototype.complete = false;

            /**
             * Encodes the specified UploadStatus message. Does not implicitly {@link mammofed.v1.UploadStatus.verify|verify} messages.
             * @function encode
             * @memberof mammofed.v1.UploadStatus
             * @static
             * @param {mammofed.v1.UploadStatus.$Properties} message UploadStatus message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            UploadStatus.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.nextChunk != null && $Object.hasOwnProperty.call(message, "nextChunk") && message.nextChunk !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.nextChunk);
                if (message.complete != null && $Object.hasOwnProperty.call(message, "complete") && message.complete !== false)
                    writer.uint32(/* id 2, wireType 0 =*/16).bool(message.complete);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an UploadStatus message from the specified reader or buffer.
             * @function decode
             * @memberof mammofed.v1.UploadStatus
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {mammofed.v1.UploadStatus & mammofed.v1.UploadStatus.$Shape} UploadStatus
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            UploadStatus.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.mammofed.v1.UploadStatus();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.nextChunk = value;
                            else
                                delete message.nextChunk;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.complete = value;
                            else
                                delete message.complete;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates an UploadStatus message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof mammofed.v1.UploadStatus
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {mammofed.v1.UploadStatus} UploadStatus
             */
            UploadStatus.fromObject = function (object, _depth) {
                if (object instanceof $root.mammofed.v1.UploadStatus)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".mammofed.v1.UploadStatus: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.mammofed.v1.UploadStatus();
                if (object.nextChunk != null)
                    if ($Number(object.nextChunk) !== 0)
                        message.nextChunk = object.nextChunk >>> 0;
                if (object.complete != null)
                    if (object.complete)
                        message.complete = $Boolean(object.complete);
                return message;
            };

            /**
             * Creates a plain object from an UploadStatus message. Also converts values to other types if specified.
             * @function toObject
             * @memberof mammofed.v1.UploadStatus
             * @static
             * @param {mammofed.v1.UploadStatus} message UploadStatus
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            UploadStatus.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.nextChunk = 0;
                    object.complete = false;
                }
                if (message.nextChunk != null && $Object.hasOwnProperty.call(message, "nextChunk"))
                    object.nextChunk = message.nextChunk;
                if (message.complete != null && $Object.hasOwnProperty.call(message, "complete"))
                    object.complete = message.complete;
                return object;
            };

            /**
             * Converts this UploadStatus to JSON.
             * @function toJSON
             * @memberof mammofed.v1.UploadStatus
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            UploadStatus.prototype.toJSON = function() {
                return UploadStatus.toObject(this, $protobuf.util.toJSONOptions);
            };

            /**
             * Gets the type url for UploadStatus
             * @function getTypeUrl
             * @memberof mammofed.v1.UploadStatus
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            UploadStatus.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/mammofed.v1.UploadStatus";
            };

            return UploadStatus;
        })();

        v1.UploadChunk = (function() {

            /**
             * Properties of an UploadChunk.
             * @typedef {Object} mammofed.v1.UploadChunk.$Properties
             * @property {string|null} [runId] UploadChunk runId
             * @property {number|null} [round] UploadChunk round
             * @property {number|null} [attempt] UploadChunk attempt
             * @property {number|null} [index] UploadChunk index
             * @property {Uint8Array|null} [data] UploadChunk data
             * @property {Uint8Array|null} [chunkSha256] UploadChunk chunkSha256
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an UploadChunk.
             * @memberof mammofed.v1
             * @interface IUploadChunk
             * @augments mammofed.v1.UploadChunk.$Properties
             * @deprecated Use mammofed.v1.UploadChunk.$Properties instead.
             */

            /**
             * Shape of an UploadChunk.
             * @typedef {mammofed.v1.UploadChunk.$Properties} mammofed.v1.UploadChunk.$Shape
             */

            /**
             * Constructs a new UploadChunk.
             * @memberof mammofed.v1
             * @classdesc Represents an UploadChunk.
             * @constructor
             * @param {mammofed.v1.UploadChunk.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const UploadChunk = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * UploadChunk runId.
             * @member {string} runId
             * @memberof mammofed.v1.UploadChunk
             * @instance
             */
            UploadChunk.prototype.runId = "";

            /**
             * UploadChunk round.
             * @member {number} round
             * @memberof mammofed.v1.UploadChunk
             * @instance
             */
            UploadChunk.prototype.round = 0;

            /**
             * UploadChunk attempt.
             * @member {number} attempt
             * @memberof mammofed.v1.UploadChunk
             * @instance
             */
            UploadChunk.prototype.attempt = 0;

            /**
             * UploadChunk index.
             * @member {number} index
             * @memberof mammofed.v1.UploadChunk
             * @instance
             */
            UploadChunk.prototype.index = 0;

            /**
             * UploadChunk data.
             * @member {Uint8Array} data
             * @memberof mammofed.v1.UploadChunk
             * @instance
             */
            UploadChunk.prototype.data = $util.newBuffer([]);

            /**
             * UploadChunk chunkSha256.
             * @member {Uint8Array} chunkSha256
             * @memberof mammofed.v1.UploadChunk
             * @instance
             */
            UploadChunk.prototype.chunkSha256 = $util.newBuffer([]);

            /**
             * Encodes the specified UploadChunk message. Does not implicitly {@link mammofed.v1.UploadChunk.verify|verify} messages.
             * @function encode
             * @memberof mammofed.v1.UploadChunk
             * @static
             * @param {mammofed.v1.UploadChunk.$Properties} message UploadChunk message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            UploadChunk.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.runId != null && $Object.hasOwnProperty.call(message, "runId") && message.runId !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.runId);
                if (message.round != null && $Object.hasOwnProperty.call(message, "round") && message.round !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.round);
                if (message.attempt != null && $Object.hasOwnProperty.call(message, "attempt") && message.attempt !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.attempt);
                if (message.index != null && $Object.hasOwnProperty.call(message, "index") && message.index !== 0)
                    writer.uint32(/* id 4, wireType 0 =*/32).uint32(message.index);
                if (message.data != null && $Object.hasOwnProperty.call(message, "data") && message.data.length)
                    writer.uint32(/* id 5, wireType 2 =*/42).bytes(message.data);
                if (message.chunkSha256 != null && $Object.hasOwnProperty.call(message, "chunkSha256") && message.chunkSha256.length)
                    writer.uint32(/* id 6, wireType 2 =*/50).bytes(message.chunkSha256);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an UploadChunk message from the specified reader or buffer.
             * @function decode
             * @memberof mammofed.v1.UploadChunk
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {mammofed.v1.UploadChunk & mammofed.v1.UploadChunk.$Shape} UploadChunk
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            UploadChunk.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.mammofed.v1.UploadChunk();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.runId = value;
                            else
                                delete message.runId;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.round = value;
                            else
                                delete message.round;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.attempt = value;
                            else
                                delete message.attempt;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.index = value;
                            else
                                delete message.index;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.data = value;
                            else
                                delete message.data;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.chunkSha256 = value;
                            else
                                delete message.chunkSha256;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates an UploadChunk message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof mammofed.v1.UploadChunk
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {mammofed.v1.UploadChunk} UploadChunk
             */
            UploadChunk.fromObject = function (object, _depth) {
                if (object instanceof $root.mammofed.v1.UploadChunk)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".mammofed.v1.UploadChunk: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.mammofed.v1.UploadChunk();
                if (object.runId != null)
                    if (typeof object.runId !== "string" || object.runId.length)
                        message.runId = $String(object.runId);
                if (object.round != null)
                    if ($Number(object.round) !== 0)
                        message.round = object.round >>> 0;
                if (object.attempt != null)
                    if ($Number(object.attempt) !== 0)
                        message.attempt = object.attempt >>> 0;
                if (object.index != null)
                    if ($Number(object.index) !== 0)
                        message.index = object.index >>> 0;
                if (object.data != null)
                    if (object.data.length)
                        if (typeof object.data === "string")
                            $util.base64.decode(object.data, message.data = $util.newBuffer($util.base64.length(object.data)), 0);
                        else if (object.data.length >= 0)
                            message.data = object.data;
                if (object.chunkSha256 != null)
                    if (object.chunkSha256.length)
                        if (typeof object.chunkSha256 === "string")
                            $util.base64.decode(object.chunkSha256, message.chunkSha256 = $util.newBuffer($util.base64.length(object.chunkSha256)), 0);
                        else if (object.chunkSha256.length >= 0)
                            message.chunkSha256 = object.chunkSha256;
                return message;
            };

            /**
             * Creates a plain object from an UploadChunk message. Also converts values to other types if specified.
             * @function toObject
             * @memberof mammofed.v1.UploadChunk
             * @static
             * @param {mammofed.v1.UploadChunk} message UploadChunk
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            UploadChunk.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.runId = "";
                    object.round = 0;
                    object.attempt = 0;
                    object.index = 0;
                    if (options.bytes === $String)
                        object.data = "";
                    else {
                        object.data = [];
                        if (options.bytes !== $Array)
                            object.data = $util.newBuffer(object.data);
                    }
                    if (options.bytes === $String)
                        object.chunkSha256 = "";
                    else {
                        object.chunkSha256 = [];
                        if (options.bytes !== $Array)
                            object.chunkSha256 = $util.newBuffer(object.chunkSha256);
                    }
                }
                if (message.runId != null && $Object.hasOwnProperty.call(message, "runId"))
                    object.runId = message.runId;
                if (message.round != null && $Object.hasOwnProperty.call(message, "round"))
                    object.round = message.round;
                if (message.attempt != null && $Object.hasOwnProperty.call(message, "attempt"))
                    object.attempt = message.attempt;
                if (message.index != null && $Object.hasOwnProperty.call(message, "index"))
                    object.index = message.index;
                if (message.data != null && $Object.hasOwnProperty.call(message, "data"))
                    object.data = options.bytes === $String ? $util.base64.encode(message.data, 0, message.data.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.data) : message.data;
                if (message.chunkSha256 != null && $Object.hasOwnProperty.call(message, "chunkSha256"))
                    object.chunkSha256 = options.bytes === $String ? $util.base64.encode(message.chunkSha256, 0, message.chunkSha256.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.chunkSha256) : message.chunkSha256;
                return object;
            };

            /**
             * Converts this UploadChunk to JSON.
             * @function toJSON
             * @memberof mammofed.v1.UploadChunk
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            UploadChunk.prototype.toJSON = function() {
                return UploadChunk.toObject(this, $protobuf.util.toJSONOptions);
            };

            /**
             * Gets the type url for UploadChunk
             * @function getTypeUrl
             * @memberof mammofed.v1.UploadChunk
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            UploadChunk.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/mammofed.v1.UploadChunk";
            };

            return UploadChunk;
        })();

        v1.TrainingStatistics = (function() {

            /**
             * Properties of a TrainingStatistics.
             * @typedef {Object} mammofed.v1.TrainingStatistics.$Properties
             * @property {number|null} [exampleCount] TrainingStatistics exampleCount
             * @property {number|null} [meanLoss] TrainingStatistics meanLoss
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a TrainingStatistics.
             * @memberof mammofed.v1
             * @interface ITrainingStatistics
             * @augments mammofed.v1.TrainingStatistics.$Properties
             * @deprecated Use mammofed.v1.TrainingStatistics.$Properties instead.
             */

            /**
             * Shape of a TrainingStatistics.
             * @typedef {mammofed.v1.TrainingStatistics.$Properties} mammofed.v1.TrainingStatistics.$Shape
             */

            /**
             * Constructs a new TrainingStatistics.
             * @memberof mammofed.v1
             * @classdesc Represents a TrainingStatistics.
             * @constructor
             * @param {mammofed.v1.TrainingStatistics.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const TrainingStatistics = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * TrainingStatistics exampleCount.
             * @member {number|null|undefined} exampleCount
             * @memberof mammofed.v1.TrainingStatistics
             * @instance
             */
            TrainingStatistics.prototype.exampleCount = null;

            /**
             * TrainingStatistics meanLoss.
             * @member {number|null|undefined} meanLoss
             * @memberof mammofed.v1.TrainingStatistics
             * @instance
             */
            TrainingStatistics.prototype.meanLoss = null;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(TrainingStatistics.prototype, "_exampleCount", {
                get: $util.oneOfGetter($oneOfFields = ["exampleCount"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(TrainingStatistics.prototype, "_meanLoss", {
                get: $util.oneOfGetter($oneOfFields = ["meanLoss"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Encodes the specified TrainingStatistics message. Does not implicitly {@link mammofed.v1.TrainingStatistics.verify|verify} messages.
             * @function encode
             * @memberof mammofed.v1.TrainingStatistics
             * @static
             * @param {mammofed.v1.TrainingStatistics.$Properties} message TrainingStatistics message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            TrainingStatistics.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.exampleCount != null && $Object.hasOwnProperty.call(message, "exampleCount"))
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.exampleCount);
                if (message.meanLoss != null && $Object.hasOwnProperty.call(message, "meanLoss"))
                    writer.uint32(/* id 2, wireType 1 =*/17).double(message.meanLoss);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a TrainingStatistics message from the specified reader or buffer.
             * @function decode
             * @memberof mammofed.v1.TrainingStatistics
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {mammofed.v1.TrainingStatistics & mammofed.v1.TrainingStatistics.$Shape} TrainingStatistics
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            TrainingStatistics.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.mammofed.v1.TrainingStatistics();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            message.exampleCount = reader.uint32();
                            message._exampleCount = "exampleCount";
                            continue;
                        }
                    case 2: {
                            if (wireType !== 1)
                                break;
                            message.meanLoss = reader.double();
                            message._meanLoss = "meanLoss";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a TrainingStatistics message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof mammofed.v1.TrainingStatistics
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {mammofed.v1.TrainingStatistics} TrainingStatistics
             */
            TrainingStatistics.fromObject = function (object, _depth) {
                if (object instanceof $root.mammofed.v1.TrainingStatistics)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".mammofed.v1.TrainingStatistics: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.mammofed.v1.TrainingStatistics();
                if (object.exampleCount != null)
                    message.exampleCount = object.exampleCount >>> 0;
                if (object.meanLoss != null)
                    message.meanLoss = $Number(object.meanLoss);
                return message;
            };

            /**
             * Creates a plain object from a TrainingStatistics message. Also converts values to other types if specified.
             * @function toObject
             * @memberof mammofed.v1.TrainingStatistics
             * @static
             * @param {mammofed.v1.TrainingStatistics} message TrainingStatistics
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            TrainingStatistics.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (message.exampleCount != null && $Object.hasOwnProperty.call(message, "exampleCount"))
                    object.exampleCount = message.exampleCount;
                if (message.meanLoss != null && $Object.hasOwnProperty.call(message, "meanLoss"))
                    object.meanLoss = options.json && !$isFinite(message.meanLoss) ? $String(message.meanLoss) : message.meanLoss;
                return object;
            };

            /**
             * Converts this TrainingStatistics to JSON.
             * @function toJSON
             * @memberof mammofed.v1.TrainingStatistics
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            TrainingStatistics.prototype.toJSON = function() {
                return TrainingStatistics.toObject(this, $protobuf.util.toJSONOptions);
            };

            /**
             * Gets the type url for TrainingStatistics
             * @function getTypeUrl
             * @memberof mammofed.v1.TrainingStatistics
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            TrainingStatistics.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/mammofed.v1.TrainingStatistics";
            };

            return TrainingStatistics;
        })();

        v1.EngineReport = (function() {

            /**
             * Properties of an EngineReport.
             * @typedef {Object} mammofed.v1.EngineReport.$Properties
             * @property {string|null} [name] EngineReport name
             * @property {string|null} [device] EngineReport device
             * @property {number|null} [steps] EngineReport steps
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an EngineReport.
             * @memberof mammofed.v1
             * @interface IEngineReport
             * @augments mammofed.v1.EngineReport.$Properties
             * @deprecated Use mammofed.v1.EngineReport.$Properties instead.
             */

            /**
             * Shape of an EngineReport.
             * @typedef {mammofed.v1.EngineReport.$Properties} mammofed.v1.EngineReport.$Shape
             */

            /**
             * Constructs a new EngineReport.
             * @memberof mammofed.v1
             * @classdesc Represents an EngineReport.
             * @constructor
             * @param {mammofed.v1.EngineReport.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const EngineReport = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * EngineReport name.
             * @member {string} name
             * @memberof mammofed.v1.EngineReport
             * @instance
             */
            EngineReport.prototype.name = "";

            /**
             * EngineReport device.
             * @member {string} device
             * @memberof mammofed.v1.EngineReport
             * @instance
             */
            EngineReport.prototype.device = "";

            /**
             * EngineReport steps.
             * @member {number|null|undefined} steps
             * @memberof mammofed.v1.EngineReport
             * @instance
             */
            EngineReport.prototype.steps = null;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(EngineReport.prototype, "_steps", {
                get: $util.oneOfGetter($oneOfFields = ["steps"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Encodes the specified EngineReport message. Does not implicitly {@link mammofed.v1.EngineReport.verify|verify} messages.
             * @function encode
             * @memberof mammofed.v1.EngineReport
             * @static
             * @param {mammofed.v1.EngineReport.$Properties} message EngineReport message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            EngineReport.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.name);
                if (message.device != null && $Object.hasOwnProperty.call(message, "device") && message.device !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.device);
                if (message.steps != null && $Object.hasOwnProperty.call(message, "steps"))
                    writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.steps);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an EngineReport message from the specified reader or buffer.
             * @function decode
             * @memberof mammofed.v1.EngineReport
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {mammofed.v1.EngineReport & mammofed.v1.EngineReport.$Shape} EngineReport
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            EngineReport.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.mammofed.v1.EngineReport();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.name = value;
                            else
                                delete message.name;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.device = value;
                            else
                                delete message.device;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            message.steps = reader.uint32();
                            message._steps = "steps";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates an EngineReport message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof mammofed.v1.EngineReport
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {mammofed.v1.EngineReport} EngineReport
             */
            EngineReport.fromObject = function (object, _depth) {
                if (object instanceof $root.mammofed.v1.EngineReport)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".mammofed.v1.EngineReport: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.mammofed.v1.EngineReport();
                if (object.name != null)
                    if (typeof object.name !== "string" || object.name.length)
                        message.name = $String(object.name);
                if (object.device != null)
                    if (typeof object.device !== "string" || object.device.length)
                        message.device = $String(object.device);
                if (object.steps != null)
                    message.steps = object.steps >>> 0;
                return message;
            };

            /**
             * Creates a plain object from an EngineReport message. Also converts values to other types if specified.
             * @function toObject
             * @memberof mammofed.v1.EngineReport
             * @static
             * @param {mammofed.v1.EngineReport} message EngineReport
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            EngineReport.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.name = "";
                    object.device = "";
                }
                if (message.name != null && $Object.hasOwnProperty.call(message, "name"))
                    object.name = message.name;
                if (message.device != null && $Object.hasOwnProperty.call(message, "device"))
                    object.device = message.device;
                if (message.steps != null && $Object.hasOwnProperty.call(message, "steps"))
                    object.steps = message.steps;
                return object;
            };

            /**
             * Converts this EngineReport to JSON.
             * @function toJSON
             * @memberof mammofed.v1.EngineReport
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            EngineReport.prototype.toJSON = function() {
                return EngineReport.toObject(this, $protobuf.util.toJSONOptions);
            };

            /**
             * Gets the type url for EngineReport
             * @function getTypeUrl
             * @memberof mammofed.v1.EngineReport
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            EngineReport.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/mammofed.v1.EngineReport";
            };

            return EngineReport;
        })();

        v1.MetricSummary = (function() {

            /**
             * Properties of a MetricSummary.
             * @typedef {Object} mammofed.v1.MetricSummary.$Properties
             * @property {number|null} [mean] MetricSummary mean
             * @property {number|null} [min] MetricSummary min
             * @property {number|null} [max] MetricSummary max
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a MetricSummary.
             * @memberof mammofed.v1
             * @interface IMetricSummary
             * @augments mammofed.v1.MetricSummary.$Properties
             * @deprecated Use mammofed.v1.MetricSummary.$Properties instead.
             */

            /**
             * Shape of a MetricSummary.
             * @typedef {mammofed.v1.MetricSummary.$Properties} mammofed.v1.MetricSummary.$Shape
             */

            /**
             * Constructs a new MetricSummary.
             * @memberof mammofed.v1
             * @classdesc Represents a MetricSummary.
             * @constructor
             * @param {mammofed.v1.MetricSummary.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const MetricSummary = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * MetricSummary mean.
             * @member {number|null|undefined} mean
             * @memberof mammofed.v1.MetricSummary
             * @instance
             */
            MetricSummary.prototype.mean = null;

            /**
             * MetricSummary min.
             * @member {number|null|undefined} min
             * @memberof mammofed.v1.MetricSummary
             * @instance
             */
            MetricSummary.prototype.min = null;

            /**
             * MetricSummary max.
             * @member {number|null|undefined} max
             * @memberof mammofed.v1.MetricSummary
             * @instance
             */
            MetricSummary.prototype.max = null;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(MetricSummary.prototype, "_mean", {
                get: $util.oneOfGetter($oneOfFields = ["mean"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(MetricSummary.prototype, "_min", {
                get: $util.oneOfGetter($oneOfFields = ["min"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(MetricSummary.prototype, "_max", {
                get: $util.oneOfGetter($oneOfFields = ["max"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Encodes the specified MetricSummary message. Does not implicitly {@link mammofed.v1.MetricSummary.verify|verify} messages.
             * @function encode
             * @memberof mammofed.v1.MetricSummary
             * @static
             * @param {mammofed.v1.MetricSummary.$Properties} message MetricSummary message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            MetricSummary.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.mean != null && $Object.hasOwnProperty.call(message, "mean"))
                    writer.uint32(/* id 1, wireType 1 =*/9).double(message.mean);
                if (message.min != null && $Object.hasOwnProperty.call(message, "min"))
                    writer.uint32(/* id 2, wireType 1 =*/17).double(message.min);
                if (message.max != null && $Object.hasOwnProperty.call(message, "max"))
                    writer.uint32(/* id 3, wireType 1 =*/25).double(message.max);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a MetricSummary message from the specified reader or buffer.
             * @function decode
             * @memberof mammofed.v1.MetricSummary
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {mammofed.v1.MetricSummary & mammofed.v1.MetricSummary.$Shape} MetricSummary
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            MetricSummary.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.mammofed.v1.MetricSummary();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 1)
                                break;
                            message.mean = reader.double();
                            message._mean = "mean";
                            continue;
                        }
                    case 2: {
                            if (wireType !== 1)
                                break;
                            message.min = reader.double();
                            message._min = "min";
                            continue;
                        }
                    case 3: {
                            if (wireType !== 1)
                                break;
                            message.max = reader.double();
                            message._max = "max";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a MetricSummary message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof mammofed.v1.MetricSummary
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {mammofed.v1.MetricSummary} MetricSummary
             */
            MetricSummary.fromObject = function (object, _depth) {
                if (object instanceof $root.mammofed.v1.MetricSummary)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".mammofed.v1.MetricSummary: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.mammofed.v1.MetricSummary();
                if (object.mean != null)
                    message.mean = $Number(object.mean);
                if (object.min != null)
                    message.min = $Number(object.min);
                if (object.max != null)
                    message.max = $Number(object.max);
                return message;
            };

            /**
             * Creates a plain object from a MetricSummary message. Also converts values to other types if specified.
             * @function toObject
             * @memberof mammofed.v1.MetricSummary
             * @static
             * @param {mammofed.v1.MetricSummary} message MetricSummary
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            MetricSummary.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (message.mean != null && $Object.hasOwnProperty.call(message, "mean"))
                    object.mean = options.json && !$isFinite(message.mean) ? $String(message.mean) : message.mean;
                if (message.min != null && $Object.hasOwnProperty.call(message, "min"))
                    object.min = options.json && !$isFinite(message.min) ? $String(message.min) : message.min;
                if (message.max != null && $Object.hasOwnProperty.call(message, "max"))
                    object.max = options.json && !$isFinite(message.max) ? $String(message.max) : message.max;
                return object;
            };

            /**
             * Converts this MetricSummary to JSON.
             * @function toJSON
             * @memberof mammofed.v1.MetricSummary
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            MetricSummary.prototype.toJSON = function() {
                return MetricSummary.toObject(this, $protobuf.util.toJSONOptions);
            };

            /**
             * Gets the type url for MetricSummary
             * @function getTypeUrl
             * @memberof mammofed.v1.MetricSummary
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            MetricSummary.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/mammofed.v1.MetricSummary";
            };

            return MetricSummary;
        })();

        v1.Interval = (function() {

            /**
             * Properties of an Interval.
             * @typedef {Object} mammofed.v1.Interval.$Properties
             * @property {number|null} [low] Interval low
             * @property {number|null} [high] Interval high
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an Interval.
             * @memberof mammofed.v1
             * @interface IInterval
             * @augments mammofed.v1.Interval.$Properties
             * @deprecated Use mammofed.v1.Interval.$Properties instead.
             */

            /**
             * Shape of an Interval.
             * @typedef {mammofed.v1.Interval.$Properties} mammofed.v1.Interval.$Shape
             */

            /**
             * Constructs a new Interval.
             * @memberof mammofed.v1
             * @classdesc Represents an Interval.
             * @constructor
             * @param {mammofed.v1.Interval.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Interval = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Interval low.
             * @member {number} low
             * @memberof mammofed.v1.Interval
             * @instance
             */
            Interval.prototype.low = 0;

            /**
             * Interval high.
             * @member {number} high
             * @memberof mammofed.v1.Interval
             * @instance
             */
            Interval.prototype.high = 0;

            /**
             * Encodes the specified Interval message. Does not implicitly {@link mammofed.v1.Interval.verify|verify} messages.
             * @function encode
             * @memberof mammofed.v1.Interval
             * @static
             * @param {mammofed.v1.Interval.$Properties} message Interval message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Interval.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.low != null && $Object.hasOwnProperty.call(message, "low") && !$Object.is(message.low, 0))
                    writer.uint32(/* id 1, wireType 1 =*/9).double(message.low);
                if (message.high != null && $Object.hasOwnProperty.call(message, "high") && !$Object.is(message.high, 0))
                    writer.uint32(/* id 2, wireType 1 =*/17).double(message.high);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an Interval message from the specified reader or buffer.
             * @function decode
             * @memberof mammofed.v1.Interval
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {mammofed.v1.Interval & mammofed.v1.Interval.$Shape} Interval
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Interval.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.mammofed.v1.Interval();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.low = value;
                            else
                                delete message.low;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.high = value;
                            else
                                delete message.high;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates an Interval message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof mammofed.v1.Interval
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {mammofed.v1.Interval} Interval
             */
            Interval.fromObject = function (object, _depth) {
                if (object instanceof $root.mammofed.v1.Interval)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".mammofed.v1.Interval: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.mammofed.v1.Interval();
                if (object.low != null)
                    if (!$Object.is($Number(object.low), 0))
                        message.low = $Number(object.low);
                if (object.high != null)
                    if (!$Object.is($Number(object.high), 0))
                        message.high = $Number(object.high);
                return message;
            };

            /**
             * Creates a plain object from an Interval message. Also converts values to other types if specified.
             * @function toObject
             * @memberof mammofed.v1.Interval
             * @static
             * @param {mammofed.v1.Interval} message Interval
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            Interval.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.low = 0;
                    object.high = 0;
                }
                if (message.low != null && $Object.hasOwnProperty.call(message, "low"))
                    object.low = options.json && !$isFinite(message.low) ? $String(message.low) : message.low;
                if (message.high != null && $Object.hasOwnProperty.call(message, "high"))
                    object.high = options.json && !$isFinite(message.high) ? $String(message.high) : message.high;
                return object;
            };

            /**
             * Converts this Interval to JSON.
             * @function toJSON
             * @memberof mammofed.v1.Interval
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            Interval.prototype.toJSON = function() {
                return Interval.toObject(this, $protobuf.util.toJSONOptions);
            };

            /**
             * Gets the type url for Interval
             * @function getTypeUrl
             * @memberof mammofed.v1.Interval
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            Interval.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/mammofed.v1.Interval";
            };

            return Interval;
        })();

        v1.SubsetFigures = (function() {

            /**
             * Properties of a SubsetFigures.
             * @typedef {Object} mammofed.v1.SubsetFigures.$Properties
             * @property {number|null} [n] SubsetFigures n
             * @property {number|null} [dice] SubsetFigures dice
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a SubsetFigures.
             * @memberof mammofed.v1
             * @interface ISubsetFigures
             * @augments mammofed.v1.SubsetFigures.$Properties
             * @deprecated Use mammofed.v1.SubsetFigures.$Properties instead.
             */

            /**
             * Shape of a SubsetFigures.
             * @typedef {mammofed.v1.SubsetFigures.$Properties} mammofed.v1.SubsetFigures.$Shape
             */

            /**
             * Constructs a new SubsetFigures.
             * @memberof mammofed.v1
             * @classdesc Represents a SubsetFigures.
             * @constructor
             * @param {mammofed.v1.SubsetFigures.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const SubsetFigures = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * SubsetFigures n.
             * @member {number} n
             * @memberof mammofed.v1.SubsetFigures
             * @instance
             */
            SubsetFigures.prototype.n = 0;

            /**
             * SubsetFigures dice.
             * @member {number} dice
             * @memberof mammofed.v1.SubsetFigures
             * @instance
             */
            SubsetFigures.prototype.dice = 0;

            /**
             * Encodes the specified SubsetFigures message. Does not implicitly {@link mammofed.v1.SubsetFigures.verify|verify} messages.
             * @function encode
             * @memberof mammofed.v1.SubsetFigures
             * @static
             * @param {mammofed.v1.SubsetFigures.$Properties} message SubsetFigures message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            SubsetFigures.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.n != null && $Object.hasOwnProperty.call(message, "n") && message.n !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.n);
                if (message.dice != null && $Object.hasOwnProperty.call(message, "dice") && !$Object.is(message.dice, 0))
                    writer.uint32(/* id 2, wireType 1 =*/17).double(message.dice);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a SubsetFigures message from the specified reader or buffer.
             * @function decode
             * @memberof mammofed.v1.SubsetFigures
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {mammofed.v1.SubsetFigures & mammofed.v1.SubsetFigures.$Shape} SubsetFigures
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            SubsetFigures.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.mammofed.v1.SubsetFigures();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.n = value;
                            else
                                delete message.n;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.dice = value;
                            else
                                delete message.dice;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a SubsetFigures message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof mammofed.v1.SubsetFigures
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {mammofed.v1.SubsetFigures} SubsetFigures
             */
            SubsetFigures.fromObject = function (object, _depth) {
                if (object instanceof $root.mammofed.v1.SubsetFigures)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".mammofed.v1.SubsetFigures: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.mammofed.v1.SubsetFigures();
                if (object.n != null)
                    if ($Number(object.n) !== 0)
                        message.n = object.n >>> 0;
                if (object.dice != null)
                    if (!$Object.is($Number(object.dice), 0))
                        message.dice = $Number(object.dice);
                return message;
            };

            /**
             * Creates a plain object from a SubsetFigures message. Also converts values to other types if specified.
             * @function toObject
             * @memberof mammofed.v1.SubsetFigures
             * @static
             * @param {mammofed.v1.SubsetFigures} message SubsetFigures
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            SubsetFigures.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.n = 0;
                    object.dice = 0;
                }
                if (message.n != null && $Object.hasOwnProperty.call(message, "n"))
                    object.n = message.n;
                if (message.dice != null && $Object.hasOwnProperty.call(message, "dice"))
                    object.dice = options.json && !$isFinite(message.dice) ? $String(message.dice) : message.dice;
                return object;
            };

            /**
             * Converts this SubsetFigures to JSON.
             * @function toJSON
             * @memberof mammofed.v1.SubsetFigures
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            SubsetFigures.prototype.toJSON = function() {
                return SubsetFigures.toObject(this, $protobuf.util.toJSONOptions);
            };

            /**
             * Gets the type url for SubsetFigures
             * @function getTypeUrl
             * @memberof mammofed.v1.SubsetFigures
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            SubsetFigures.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/mammofed.v1.SubsetFigures";
            };

            return SubsetFigures;
        })();

        v1.EvaluationReport = (function() {

            /**
             * Properties of an EvaluationReport.
             * @typedef {Object} mammofed.v1.EvaluationReport.$Properties
             * @property {string|null} [runId] EvaluationReport runId
             * @property {number|null} [round] EvaluationReport round
             * @property {Uint8Array|null} [modelSha256] EvaluationReport modelSha256
             * @property {number|null} [n] EvaluationReport n
             * @property {mammofed.v1.MetricSummary.$Properties|null} [dice] EvaluationReport dice
             * @property {mammofed.v1.MetricSummary.$Properties|null} [sensitivity] EvaluationReport sensitivity
             * @property {mammofed.v1.MetricSummary.$Properties|null} [specificity] EvaluationReport specificity
             * @property {mammofed.v1.MetricSummary.$Properties|null} [accuracy] EvaluationReport accuracy
             * @property {number|null} [allLesionDice] EvaluationReport allLesionDice
             * @property {number|null} [meanMaskDice] EvaluationReport meanMaskDice
             * @property {mammofed.v1.EngineReport.$Properties|null} [engine] EvaluationReport engine
             * @property {mammofed.v1.Interval.$Properties|null} [diceInterval] EvaluationReport diceInterval
             * @property {mammofed.v1.SubsetFigures.$Properties|null} [edge] EvaluationReport edge
             * @property {mammofed.v1.SubsetFigures.$Properties|null} [central] EvaluationReport central
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an EvaluationReport.
             * @memberof mammofed.v1
             * @interface IEvaluationReport
             * @augments mammofed.v1.EvaluationReport.$Properties
             * @deprecated Use mammofed.v1.EvaluationReport.$Properties instead.
             */

            /**
             * Shape of an EvaluationReport.
             * @typedef {mammofed.v1.EvaluationReport.$Properties} mammofed.v1.EvaluationReport.$Shape
             */

            /**
             * Constructs a new EvaluationReport.
             * @memberof mammofed.v1
             * @classdesc Represents an EvaluationReport.
             * @constructor
             * @param {mammofed.v1.EvaluationReport.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const EvaluationReport = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * EvaluationReport runId.
             * @member {string} runId
             * @memberof mammofed.v1.EvaluationReport
             * @instance
             */
            EvaluationReport.prototype.runId = "";

            /**
             * EvaluationReport round.
             * @member {number} round
             * @memberof mammofed.v1.EvaluationReport
             * @instance
             */
            EvaluationReport.prototype.round = 0;

            /**
             * EvaluationReport modelSha256.
             * @member {Uint8Array} modelSha256
             * @memberof mammofed.v1.EvaluationReport
             * @instance
             */
            EvaluationReport.prototype.modelSha256 = $util.newBuffer([]);

            /**
             * EvaluationReport n.
             * @member {number|null|undefined} n
             * @memberof mammofed.v1.EvaluationReport
             * @instance
             */
            EvaluationReport.prototype.n = null;

            /**
             * EvaluationReport dice.
             * @member {mammofed.v1.MetricSummary.$Properties|null|undefined} dice
             * @memberof mammofed.v1.EvaluationReport
             * @instance
             */
            EvaluationReport.prototype.dice = null;

            /**
             * EvaluationReport sensitivity.
             * @member {mammofed.v1.MetricSummary.$Properties|null|undefined} sensitivity
             * @memberof mammofed.v1.EvaluationReport
             * @instance
             */
            EvaluationReport.prototype.sensitivity = null;

            /**
             * EvaluationReport specificity.
             * @member {mammofed.v1.MetricSummary.$Properties|null|undefined} specificity
             * @memberof mammofed.v1.EvaluationReport
             * @instance
             */
            EvaluationReport.prototype.specificity = null;

            /**
             * EvaluationReport accuracy.
             * @member {mammofed.v1.MetricSummary.$Properties|null|undefined} accuracy
             * @memberof mammofed.v1.EvaluationReport
             * @instance
             */
            EvaluationReport.prototype.accuracy = null;

            /**
             * EvaluationReport allLesionDice.
             * @member {number|null|undefined} allLesionDice
             * @memberof mammofed.v1.EvaluationReport
             * @instance
             */
            EvaluationReport.prototype.allLesionDice = null;

            /**
             * EvaluationReport meanMaskDice.
             * @member {number|null|undefined} meanMaskDice
             * @memberof mammofed.v1.EvaluationReport
             * @instance
             */
            EvaluationReport.prototype.meanMaskDice = null;

            /**
             * EvaluationReport engine.
             * @member {mammofed.v1.EngineReport.$Properties|null|undefined} engine
             * @memberof mammofed.v1.EvaluationReport
             * @instance
             */
            EvaluationReport.prototype.engine = null;

            /**
             * EvaluationReport diceInterval.
             * @member {mammofed.v1.Interval.$Properties|null|undefined} diceInterval
             * @memberof mammofed.v1.EvaluationReport
             * @instance
             */
            EvaluationReport.prototype.diceInterval = null;

            /**
             * EvaluationReport edge.
             * @member {mammofed.v1.SubsetFigures.$Properties|null|undefined} edge
             * @memberof mammofed.v1.EvaluationReport
             * @instance
             */
            EvaluationReport.prototype.edge = null;

            /**
             * EvaluationReport central.
             * @member {mammofed.v1.SubsetFigures.$Properties|null|undefined} central
             * @memberof mammofed.v1.EvaluationReport
             * @instance
             */
            EvaluationReport.prototype.central = null;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(EvaluationReport.prototype, "_n", {
                get: $util.oneOfGetter($oneOfFields = ["n"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(EvaluationReport.prototype, "_allLesionDice", {
                get: $util.oneOfGetter($oneOfFields = ["allLesionDice"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(EvaluationReport.prototype, "_meanMaskDice", {
                get: $util.oneOfGetter($oneOfFields = ["meanMaskDice"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Encodes the specified EvaluationReport message. Does not implicitly {@link mammofed.v1.EvaluationReport.verify|verify} messages.
             * @function encode
             * @memberof mammofed.v1.EvaluationReport
             * @static
             * @param {mammofed.v1.EvaluationReport.$Properties} message EvaluationReport message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            EvaluationReport.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.runId != null && $Object.hasOwnProperty.call(message, "runId") && message.runId !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.runId);
                if (message.round != null && $Object.hasOwnProperty.call(message, "round") && message.round !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.round);
                if (message.modelSha256 != null && $Object.hasOwnProperty.call(message, "modelSha256") && message.modelSha256.length)
                    writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.modelSha256);
                if (message.n != null && $Object.hasOwnProperty.call(message, "n"))
                    writer.uint32(/* id 4, wireType 0 =*/32).uint32(message.n);
                if (message.dice != null && $Object.hasOwnProperty.call(message, "dice"))
                    $root.mammofed.v1.MetricSummary.encode(message.dice, writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
                if (message.sensitivity != null && $Object.hasOwnProperty.call(message, "sensitivity"))
                    $root.mammofed.v1.MetricSummary.encode(message.sensitivity, writer.uint32(/* id 6, wireType 2 =*/50).fork(), _depth + 1).ldelim();
                if (message.specificity != null && $Object.hasOwnProperty.call(message, "specificity"))
                    $root.mammofed.v1.MetricSummary.encode(message.specificity, writer.uint32(/* id 7, wireType 2 =*/58).fork(), _depth + 1).ldelim();
                if (message.accuracy != null && $Object.hasOwnProperty.call(message, "accuracy"))
                    $root.mammofed.v1.MetricSummary.encode(message.accuracy, writer.uint32(/* id 8, wireType 2 =*/66).fork(), _depth + 1).ldelim();
                if (message.allLesionDice != null && $Object.hasOwnProperty.call(message, "allLesionDice"))
                    writer.uint32(/* id 9, wireType 1 =*/73).double(message.allLesionDice);
                if (message.meanMaskDice != null && $Object.hasOwnProperty.call(message, "meanMaskDice"))
                    writer.uint32(/* id 10, wireType 1 =*/81).double(message.meanMaskDice);
                if (message.engine != null && $Object.hasOwnProperty.call(message, "engine"))
                    $root.mammofed.v1.EngineReport.encode(message.engine, writer.uint32(/* id 11, wireType 2 =*/90).fork(), _depth + 1).ldelim();
                if (message.diceInterval != null && $Object.hasOwnProperty.call(message, "diceInterval"))
                    $root.mammofed.v1.Interval.encode(message.diceInterval, writer.uint32(/* id 12, wireType 2 =*/98).fork(), _depth + 1).ldelim();
                if (message.edge != null && $Object.hasOwnProperty.call(message, "edge"))
                    $root.mammofed.v1.SubsetFigures.encode(message.edge, writer.uint32(/* id 13, wireType 2 =*/106).fork(), _depth + 1).ldelim();
                if (message.central != null && $Object.hasOwnProperty.call(message, "central"))
                    $root.mammofed.v1.SubsetFigures.encode(message.central, writer.uint32(/* id 14, wireType 2 =*/114).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an EvaluationReport message from the specified reader or buffer.
             * @function decode
             * @memberof mammofed.v1.EvaluationReport
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {mammofed.v1.EvaluationReport & mammofed.v1.EvaluationReport.$Shape} EvaluationReport
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            EvaluationReport.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.mammofed.v1.EvaluationReport();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.runId = value;
                            else
                                delete message.runId;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.round = value;
                            else
                                delete message.round;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.modelSha256 = value;
                            else
                                delete message.modelSha256;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            message.n = reader.uint32();
                            message._n = "n";
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            message.dice = $root.mammofed.v1.MetricSummary.decode(reader, reader.size(), $undefined, _depth + 1, message.dice);
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            message.sensitivity = $root.mammofed.v1.MetricSummary.decode(reader, reader.size(), $undefined, _depth + 1, message.sensitivity);
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            message.specificity = $root.mammofed.v1.MetricSummary.decode(reader, reader.size(), $undefined, _depth + 1, message.specificity);
                            continue;
                        }
                    case 8: {
                            if (wireType !== 2)
                                break;
                            message.accuracy = $root.mammofed.v1.MetricSummary.decode(reader, reader.size(), $undefined, _depth + 1, message.accuracy);
                            continue;
                        }
                    case 9: {
                            if (wireType !== 1)
                                break;
                            message.allLesionDice = reader.double();
                            message._allLesionDice = "allLesionDice";
                            continue;
                        }
                    case 10: {
                            if (wireType !== 1)
                                break;
                            message.meanMaskDice = reader.double();
                            message._meanMaskDice = "meanMaskDice";
                            continue;
                        }
                    case 11: {
                            if (wireType !== 2)
                                break;
                            message.engine = $root.mammofed.v1.EngineReport.decode(reader, reader.size(), $undefined, _depth + 1, message.engine);
                            continue;
                        }
                    case 12: {
                            if (wireType !== 2)
                                break;
                            message.diceInterval = $root.mammofed.v1.Interval.decode(reader, reader.size(), $undefined, _depth + 1, message.diceInterval);
                            continue;
                        }
                    case 13: {
                            if (wireType !== 2)
                                break;
                            message.edge = $root.mammofed.v1.SubsetFigures.decode(reader, reader.size(), $undefined, _depth + 1, message.edge);
                            continue;
                        }
                    case 14: {
                            if (wireType !== 2)
                                break;
                            message.central = $root.mammofed.v1.SubsetFigures.decode(reader, reader.size(), $undefined, _depth + 1, message.central);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates an EvaluationReport message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof mammofed.v1.EvaluationReport
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {mammofed.v1.EvaluationReport} EvaluationReport
             */
            EvaluationReport.fromObject = function (object, _depth) {
                if (object instanceof $root.mammofed.v1.EvaluationReport)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".mammofed.v1.EvaluationReport: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.mammofed.v1.EvaluationReport();
                if (object.runId != null)
                    if (typeof object.runId !== "string" || object.runId.length)
                        message.runId = $String(object.runId);
                if (object.round != null)
                    if ($Number(object.round) !== 0)
                        message.round = object.round >>> 0;
                if (object.modelSha256 != null)
                    if (object.modelSha256.length)
                        if (typeof object.modelSha256 === "string")
                            $util.base64.decode(object.modelSha256, message.modelSha256 = $util.newBuffer($util.base64.length(object.modelSha256)), 0);
                        else if (object.modelSha256.length >= 0)
                            message.modelSha256 = object.modelSha256;
                if (object.n != null)
                    message.n = object.n >>> 0;
                if (object.dice != null) {
                    if (!$util.isObject(object.dice))
                        throw $TypeError(".mammofed.v1.EvaluationReport.dice: object expected");
                    message.dice = $root.mammofed.v1.MetricSummary.fromObject(object.dice, _depth + 1);
                }
                if (object.sensitivity != null) {
                    if (!$util.isObject(object.sensitivity))
                        throw $TypeError(".mammofed.v1.EvaluationReport.sensitivity: object expected");
                    message.sensitivity = $root.mammofed.v1.MetricSummary.fromObject(object.sensitivity, _depth + 1);
                }
                if (object.specificity != null) {
                    if (!$util.isObject(object.specificity))
                        throw $TypeError(".mammofed.v1.EvaluationReport.specificity: object expected");
                    message.specificity = $root.mammofed.v1.MetricSummary.fromObject(object.specificity, _depth + 1);
                }
                if (object.accuracy != null) {
                    if (!$util.isObject(object.accuracy))
                        throw $TypeError(".mammofed.v1.EvaluationReport.accuracy: object expected");
                    message.accuracy = $root.mammofed.v1.MetricSummary.fromObject(object.accuracy, _depth + 1);
                }
                if (object.allLesionDice != null)
                    message.allLesionDice = $Number(object.allLesionDice);
                if (object.meanMaskDice != null)
                    message.meanMaskDice = $Number(object.meanMaskDice);
                if (object.engine != null) {
                    if (!$util.isObject(object.engine))
                        throw $TypeError(".mammofed.v1.EvaluationReport.engine: object expected");
                    message.engine = $root.mammofed.v1.EngineReport.fromObject(object.engine, _depth + 1);
                }
                if (object.diceInterval != null) {
                    if (!$util.isObject(object.diceInterval))
                        throw $TypeError(".mammofed.v1.EvaluationReport.diceInterval: object expected");
                    message.diceInterval = $root.mammofed.v1.Interval.fromObject(object.diceInterval, _depth + 1);
                }
                if (object.edge != null) {
                    if (!$util.isObject(object.edge))
                        throw $TypeError(".mammofed.v1.EvaluationReport.edge: object expected");
                    message.edge = $root.mammofed.v1.SubsetFigures.fromObject(object.edge, _depth + 1);
                }
                if (object.central != null) {
                    if (!$util.isObject(object.central))
                        throw $TypeError(".mammofed.v1.EvaluationReport.central: object expected");
                    message.central = $root.mammofed.v1.SubsetFigures.fromObject(object.central, _depth + 1);
                }
                return message;
            };

            /**
             * Creates a plain object from an EvaluationReport message. Also converts values to other types if specified.
             * @function toObject
             * @memberof mammofed.v1.EvaluationReport
             * @static
             * @param {mammofed.v1.EvaluationReport} message EvaluationReport
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            EvaluationReport.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.runId = "";
                    object.round = 0;
                    if (options.bytes === $String)
                        object.modelSha256 = "";
                    else {
                        object.modelSha256 = [];
                        if (options.bytes !== $Array)
                            object.modelSha256 = $util.newBuffer(object.modelSha256);
                    }
                    object.dice = null;
                    object.sensitivity = null;
                    object.specificity = null;
                    object.accuracy = null;
                    object.engine = null;
                    object.diceInterval = null;
                    object.edge = null;
                    object.central = null;
                }
                if (message.runId != null && $Object.hasOwnProperty.call(message, "runId"))
                    object.runId = message.runId;
                if (message.round != null && $Object.hasOwnProperty.call(message, "round"))
                    object.round = message.round;
                if (message.modelSha256 != null && $Object.hasOwnProperty.call(message, "modelSha256"))
                    object.modelSha256 = options.bytes === $String ? $util.base64.encode(message.modelSha256, 0, message.modelSha256.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.modelSha256) : message.modelSha256;
                if (message.n != null && $Object.hasOwnProperty.call(message, "n"))
                    object.n = message.n;
                if (message.dice != null && $Object.hasOwnProperty.call(message, "dice"))
                    object.dice = $root.mammofed.v1.MetricSummary.toObject(message.dice, options, _depth + 1);
                if (message.sensitivity != null && $Object.hasOwnProperty.call(message, "sensitivity"))
                    object.sensitivity = $root.mammofed.v1.MetricSummary.toObject(message.sensitivity, options, _depth + 1);
                if (message.specificity != null && $Object.hasOwnProperty.call(message, "specificity"))
                    object.specificity = $root.mammofed.v1.MetricSummary.toObject(message.specificity, options, _depth + 1);
                if (message.accuracy != null && $Object.hasOwnProperty.call(message, "accuracy"))
                    object.accuracy = $root.mammofed.v1.MetricSummary.toObject(message.accuracy, options, _depth + 1);
                if (message.allLesionDice != null && $Object.hasOwnProperty.call(message, "allLesionDice"))
                    object.allLesionDice = options.json && !$isFinite(message.allLesionDice) ? $String(message.allLesionDice) : message.allLesionDice;
                if (message.meanMaskDice != null && $Object.hasOwnProperty.call(message, "meanMaskDice"))
                    object.meanMaskDice = options.json && !$isFinite(message.meanMaskDice) ? $String(message.meanMaskDice) : message.meanMaskDice;
                if (message.engine != null && $Object.hasOwnProperty.call(message, "engine"))
                    object.engine = $root.mammofed.v1.EngineReport.toObject(message.engine, options, _depth + 1);
                if (message.diceInterval != null && $Object.hasOwnProperty.call(message, "diceInterval"))
                    object.diceInterval = $root.mammofed.v1.Interval.toObject(message.diceInterval, options, _depth + 1);
                if (message.edge != null && $Object.hasOwnProperty.call(message, "edge"))
                    object.edge = $root.mammofed.v1.SubsetFigures.toObject(message.edge, options, _depth + 1);
                if (message.central != null && $Object.hasOwnProperty.call(message, "central"))
                    object.central = $root.mammofed.v1.SubsetFigures.toObject(message.central, options, _depth + 1);
                return object;
            };

            /**
             * Converts this EvaluationReport to JSON.
             * @function toJSON
             * @memberof mammofed.v1.EvaluationReport
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            EvaluationReport.prototype.toJSON = function() {
                return EvaluationReport.toObject(this, $protobuf.util.toJSONOptions);
            };

            /**
             * Gets the type url for EvaluationReport
             * @function getTypeUrl
             * @memberof mammofed.v1.EvaluationReport
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            EvaluationReport.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/mammofed.v1.EvaluationReport";
            };

            return EvaluationReport;
        })();

        v1.EvaluationStored = (function() {

            /**
             * Properties of an EvaluationStored.
             * @typedef {Object} mammofed.v1.EvaluationStored.$Properties
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an EvaluationStored.
             * @memberof mammofed.v1
             * @interface IEvaluationStored
             * @augments mammofed.v1.EvaluationStored.$Properties
             * @deprecated Use mammofed.v1.EvaluationStored.$Properties instead.
             */

            /**
             * Shape of an EvaluationStored.
             * @typedef {mammofed.v1.EvaluationStored.$Properties} mammofed.v1.EvaluationStored.$Shape
             */

            /**
             * Constructs a new EvaluationStored.
             * @memberof mammofed.v1
             * @classdesc Represents an EvaluationStored.
             * @constructor
             * @param {mammofed.v1.EvaluationStored.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const EvaluationStored = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Encodes the specified EvaluationStored message. Does not implicitly {@link mammofed.v1.EvaluationStored.verify|verify} messages.
             * @function encode
             * @memberof mammofed.v1.EvaluationStored
             * @static
             * @param {mammofed.v1.EvaluationStored.$Properties} message EvaluationStored message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            EvaluationStored.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an EvaluationStored message from the specified reader or buffer.
             * @function decode
             * @memberof mammofed.v1.EvaluationStored
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {mammofed.v1.EvaluationStored & mammofed.v1.EvaluationStored.$Shape} EvaluationStored
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            EvaluationStored.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.mammofed.v1.EvaluationStored();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    reader.skipType(tag & 7, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates an EvaluationStored message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof mammofed.v1.EvaluationStored
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {mammofed.v1.EvaluationStored} EvaluationStored
             */
            EvaluationStored.fromObject = function (object, _depth) {
                if (object instanceof $root.mammofed.v1.EvaluationStored)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".mammofed.v1.EvaluationStored: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                return new $root.mammofed.v1.EvaluationStored();
            };

            /**
             * Creates a plain object from an EvaluationStored message. Also converts values to other types if specified.
             * @function toObject
             * @memberof mammofed.v1.EvaluationStored
             * @static
             * @param {mammofed.v1.EvaluationStored} message EvaluationStored
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            EvaluationStored.toObject = function () {
                return {};
            };

            /**
             * Converts this EvaluationStored to JSON.
             * @function toJSON
             * @memberof mammofed.v1.EvaluationStored
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            EvaluationStored.prototype.toJSON = function() {
                return EvaluationStored.toObject(this, $protobuf.util.toJSONOptions);
            };

            /**
             * Gets the type url for EvaluationStored
             * @function getTypeUrl
             * @memberof mammofed.v1.EvaluationStored
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            EvaluationStored.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/mammofed.v1.EvaluationStored";
            };

            return EvaluationStored;
        })();

        return v1;
    })();

    return mammofed;
})();

export {
  $root as default
};
